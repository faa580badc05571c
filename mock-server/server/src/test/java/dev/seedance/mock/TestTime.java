package dev.seedance.mock;

import dev.seedance.mock.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Real time that a test advances. */
public final class TestTime implements TimeSource {

  private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private volatile Duration flowed = Duration.ZERO;

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Duration flowed() {
    return flowed;
  }

  /** Lets time pass. */
  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
    flowed = flowed.plus(duration);
  }

  /** Sets the date as the owner of a machine does: by a duration, back if it is negative. */
  public synchronized void set(Duration correction) {
    now = now.plus(correction);
  }
}
