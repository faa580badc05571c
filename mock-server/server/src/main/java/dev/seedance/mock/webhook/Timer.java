package dev.seedance.mock.webhook;

import java.time.Duration;
import java.util.concurrent.Future;

/** Runs work after a delay of real time. */
@FunctionalInterface
interface Timer {

  /**
   * Runs work after a delay.
   *
   * @param work must not block
   * @return cancels the work
   */
  Future<?> after(Duration delay, Runnable work);
}
