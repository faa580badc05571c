package dev.seedance.client.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The end of a wait or of a transfer. It comes when that much time has passed, or when the sleeps
 * add up to it: a clock that stands still or is set back makes no wait endless. Not thread-safe;
 * steps follow one another.
 */
public final class Deadline {

  private final Supplier<Duration> passed;
  private final Duration timeout;
  private Duration slept = Duration.ZERO;

  private Deadline(Supplier<Duration> passed, Duration timeout) {
    this.passed = passed;
    this.timeout = timeout;
  }

  /** Starts a wait for the server, at the clock's present time. The clock may be the server's. */
  public static Deadline on(InstantSource clock, Duration timeout) {
    Instant start = clock.instant();
    return new Deadline(() -> Duration.between(start, clock.instant()), timeout);
  }

  /** Starts work that takes real time, such as a transfer. No clock that is set changes its end. */
  public static Deadline inRealTime(Duration timeout) {
    return new Deadline(RealTime.stopwatch(), timeout);
  }

  /** Returns the time since the start. */
  public Duration elapsed() {
    Duration measured = passed.get();
    return measured.compareTo(slept) > 0 ? measured : slept;
  }

  /** Returns the time that is left; zero when the wait is over. */
  public Duration remaining() {
    Duration left = timeout.minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns true once no time is left. */
  public boolean isOver() {
    return remaining().isZero();
  }

  /** Counts a sleep that is over. */
  public void slept(Duration wait) {
    slept = slept.plus(wait);
  }
}
