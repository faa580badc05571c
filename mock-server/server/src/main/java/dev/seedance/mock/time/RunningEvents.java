package dev.seedance.mock.time;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The events that have begun and not completed. Thread-safe. */
final class RunningEvents {

  private final AtomicLong started = new AtomicLong();
  private final Map<Long, CompletableFuture<?>> running = new ConcurrentHashMap<>();

  /** Starts an event; completes with it. */
  CompletableFuture<?> run(DueEvent event, Instant now) {
    CompletableFuture<?> end;
    try {
      end = event.run(now).toCompletableFuture();
    } catch (RuntimeException e) {
      end = CompletableFuture.failedFuture(e);
    }
    if (!end.isDone()) {
      long number = started.incrementAndGet();
      running.put(number, end);
      var unused = end.whenComplete((result, failure) -> running.remove(number));
    }
    return end;
  }

  /** Returns true if no event runs. */
  boolean isEmpty() {
    return running.isEmpty();
  }

  /** Completes when every running event has completed. */
  CompletableFuture<?> all() {
    return CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new));
  }
}
