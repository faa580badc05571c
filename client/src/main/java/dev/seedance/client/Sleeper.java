package dev.seedance.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How the client waits: between two looks at a task and between two tries of a call.
 *
 * <p>Replace it in tests, together with the clock, and no test ever waits.
 */
@FunctionalInterface
public interface Sleeper {

  /**
   * Starts a wait without holding a thread.
   *
   * @param wait how long; zero or more
   * @return a future that completes when the wait is over; it may be cancelled
   */
  CompletableFuture<?> sleep(Duration wait);

  /** Waits in real time, on the timer that all of the JVM's futures share. */
  static Sleeper realTime() {
    return wait ->
        CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS));
  }
}
