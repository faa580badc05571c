package dev.seedance.mock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time that a test advances. */
public final class TestTime implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass; back if the duration is negative. */
  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }
}
