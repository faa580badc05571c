package dev.seedance.client.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The end of a wait. It comes when the clock says so, or when we have slept for that long: a clock
 * that is set back does not make a wait endless. Not thread-safe; steps follow one another.
 */
final class Deadline {

  private final Clock clock;
  private final Duration timeout;
  private final Instant start;
  private Duration slept = Duration.ZERO;

  Deadline(Clock clock, Duration timeout) {
    this.clock = clock;
    this.timeout = timeout;
    this.start = clock.instant();
  }

  Duration elapsed() {
    var byClock = Duration.between(start, clock.instant());
    return byClock.compareTo(slept) > 0 ? byClock : slept;
  }

  /** What is left; negative or zero when the wait is over. */
  Duration remaining() {
    return timeout.minus(elapsed());
  }

  boolean isOver() {
    return remaining().compareTo(Duration.ZERO) <= 0;
  }

  void slept(Duration wait) {
    slept = slept.plus(wait);
  }
}
