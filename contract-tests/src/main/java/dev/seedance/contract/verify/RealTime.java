package dev.seedance.contract.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The one class that asks the machine for the time and waits for it. */
public final class RealTime implements Time {

  RealTime() {}

  /** Waits for a latch to open, but no longer than a limit. */
  public static void await(CountDownLatch latch, Duration limit) throws InterruptedException {
    boolean unused = latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
