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
 * The events of one sandbox and those who watch them.
 *
 * <p>Nobody waits for a watcher: one that lags behind by more than {@value #BACKLOG} events is
 * dropped, and one more than {@value #WATCHERS} drops the one that came first. Thread-safe.
 */
public final class EventStream {

  /** How many watchers a sandbox has at most. */
  static final int WATCHERS = 16;

  /** How many events are kept for a watcher that does not read. */
  static final int BACKLOG = 256;

  private final Deque<Sinks.Many<Event<?>>> watchers = new ArrayDeque<>();
  private long published;
  private volatile boolean watched;

  /** Whether anybody watches. */
  public boolean isWatched() {
    return watched;
  }

  /**
   * Tells every watcher.
   *
   * @param name the kind of event: {@code task}, {@code webhook}, {@code clock} or {@code reset}
   * @param data makes what is told, as JSON; not called where nobody watches
   */
  public void publish(String name, Supplier<?> data) {
    if (!watched) {
      return;
    }
    Object told = data.get();
    synchronized (watchers) {
      Event<?> event = Event.of(told).name(name).id(Long.toString(++published));
      for (var watcher : List.copyOf(watchers)) {
        if (watcher.tryEmitNext(event).isFailure()) {
          drop(watcher);
        }
      }
    }
  }

  /**
   * Watches from now on.
   *
   * @param first what to tell at once, so that the watcher knows that it watches
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

  /** Says goodbye to every watcher. */
  public void close() {
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
