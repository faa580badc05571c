package dev.seedance.contract.verify;

import java.time.Duration;
import java.time.Instant;

/** The one class that asks the machine for the time and waits for it. */
final class RealTime implements Time {

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
