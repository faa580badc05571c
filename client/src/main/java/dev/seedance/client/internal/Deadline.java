package dev.seedance.client.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The end of a wait. It comes when the clock has reached it, or when the wait has slept for that
 * long: a clock that is set back does not make a wait endless. Not thread-safe; steps follow one
 * another.
 */
public final class Deadline {

  private final Clock clock;
  private final Duration timeout;
  private final Instant start;
  private Duration slept = Duration.ZERO;

  /** Starts a wait at the clock's present time. */
  public Deadline(Clock clock, Duration timeout) {
    this.clock = clock;
    this.timeout = timeout;
    this.start = clock.instant();
  }

  /** Returns the time since the start. */
  public Duration elapsed() {
    var byClock = Duration.between(start, clock.instant());
    return byClock.compareTo(slept) > 0 ? byClock : slept;
  }

  /** Returns the time that is left; zero or negative when the wait is over. */
  public Duration remaining() {
    return timeout.minus(elapsed());
  }

  /** Returns true once no time is left. */
  public boolean isOver() {
    return remaining().compareTo(Duration.ZERO) <= 0;
  }

  /** Counts a sleep that is over. */
  public void slept(Duration wait) {
    slept = slept.plus(wait);
  }
}
