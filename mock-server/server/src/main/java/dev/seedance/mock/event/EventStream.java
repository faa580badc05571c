package dev.seedance.mock.event;

import io.micronaut.http.sse.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;

/**
 * The stream of the events of one sandbox to its watchers.
 *
 * <p>Nothing waits for a watcher. A watcher that lags behind by more than {@value #BACKLOG} events
 * is dropped; one watcher more than {@value #WATCHERS} drops the oldest. Thread-safe.
 */
public final class EventStream {

  /** The most watchers of a sandbox. */
  static final int WATCHERS = 16;

  /** The most events that are kept for a watcher that does not read. */
  static final int BACKLOG = 256;

  private final Deque<Sinks.Many<Event<?>>> watchers = new ArrayDeque<>();
  private long published;
  private volatile boolean watched;

  /** Tells if there is a watcher. */
  boolean isWatched() {
    return watched;
  }

  /**
   * Publishes an event to every watcher.
   *
   * @param name the kind of event: {@code task}, {@code webhook}, {@code clock}, {@code revision}
   *     or {@code reset}
   * @param data creates the content, written as JSON; not called if there is no watcher
   */
  public void publish(String name, Supplier<?> data) {
    if (!watched) {
      return;
    }
    Object content = data.get();
    synchronized (watchers) {
      Event<?> event = Event.of(content).name(name).id(Long.toString(++published));
      for (var watcher : List.copyOf(watchers)) {
        if (watcher.tryEmitNext(event).isFailure()) {
          drop(watcher);
        }
      }
    }
  }

  /**
   * Adds a watcher.
   *
   * @param first an event to send at once, so that the watcher knows that it is connected
   */
  Publisher<Event<?>> watch(Event<?> first) {
    Sinks.Many<Event<?>> watcher =
        Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(BACKLOG));
    synchronized (watchers) {
      watcher.tryEmitNext(first);
      watchers.add(watcher);
      watched = true;
      if (watchers.size() > WATCHERS) {
        drop(watchers.getFirst());
      }
    }
    return watcher.asFlux().doFinally(signal -> leave(watcher));
  }

  /** Ends the stream of every watcher. */
  void close() {
    synchronized (watchers) {
      List.copyOf(watchers).forEach(this::drop);
    }
  }

  private void leave(Sinks.Many<Event<?>> watcher) {
    synchronized (watchers) {
      watchers.remove(watcher);
      watched = !watchers.isEmpty();
    }
  }

  private void drop(Sinks.Many<Event<?>> watcher) {
    leave(watcher);
    watcher.tryEmitComplete();
  }
}
