package dev.seedance.client;

import dev.seedance.client.internal.RealTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Waits between two polls of a task and between two tries of a call.
 *
 * <p>Replace it in tests, together with the clock, and no test ever waits.
 */
@FunctionalInterface
public interface Sleeper {

  /**
   * Starts a wait without holding a thread.
   *
   * @param wait zero or more
   * @return a future that completes when the wait is over; it may be cancelled
   */
  CompletableFuture<?> sleep(Duration wait);

  /** Waits in real time, on the timer that all of the JVM's futures share. */
  static Sleeper realTime() {
    return RealTime::after;
  }
}
