package dev.seedance.mock.event;

import dev.seedance.mock.sandbox.Changes;
import io.micronaut.http.sse.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
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

  /** An event that waits until what it tells of is stored. */
  private record Waiting(Event<?> event, CompletableFuture<Void> stored) {}

  private final Deque<Sinks.Many<Event<?>>> watchers = new ArrayDeque<>();
  private final Changes changes;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private long published;
  private volatile boolean watched;

  /**
   * Starts without watchers.
   *
   * @param changes those of the sandbox
   */
  EventStream(Changes changes) {
    this.changes = changes;
  }

  /** Tells if there is a watcher. */
  boolean isWatched() {
    return watched;
  }

  /**
   * Publishes an event to every watcher, when what it tells of is stored; a watcher who can't be
   * told of it is dropped.
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
    CompletableFuture<Void> stored = changes.stored();
    synchronized (watchers) {
      Event<?> event = Event.of(content).name(name).id(Long.toString(++published));
      waiting.add(new Waiting(event, stored));
    }
    if (stored.isDone()) {
      emit();
    } else {
      var unused = stored.whenComplete((done, failure) -> emit());
    }
  }

  /** Emits what waits no longer, in the order in which it was published. */
  private void emit() {
    synchronized (watchers) {
      for (Waiting first = waiting.peek();
          first != null && first.stored().isDone();
          first = waiting.peek()) {
        waiting.remove();
        if (first.stored().isCompletedExceptionally()) {
          close();
        } else {
          emit(first.event());
        }
      }
    }
  }

  private void emit(Event<?> event) {
    for (var watcher : List.copyOf(watchers)) {
      if (watcher.tryEmitNext(event).isFailure()) {
        drop(watcher);
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
