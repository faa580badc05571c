package dev.seedance.mock.time;

import java.time.Duration;
import java.time.Instant;

/** The range of a sandbox's clock: the instants that every part of a response can write. */
public final class TimeRange {

  /** The first instant that a clock can be set to. */
  public static final Instant EARLIEST = Instant.EPOCH;

  /** The last instant that a clock can be set or advanced to. */
  public static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  private TimeRange() {}

  /** Returns the instant after a step; {@link #LATEST} if that is earlier. */
  public static Instant after(Instant start, Duration step) {
    return step.compareTo(untilLatest(start)) <= 0 ? start.plus(step) : LATEST;
  }

  /**
   * Returns the time from an instant to {@link #LATEST}. {@link Duration#between} counts in
   * nanoseconds first, and throws and catches an exception for so many: 10 µs for each look at a
   * clock.
   */
  public static Duration untilLatest(Instant start) {
    return Duration.ofSeconds(
        LATEST.getEpochSecond() - start.getEpochSecond(), LATEST.getNano() - start.getNano());
  }

  /** Returns the instant that a clock shows for another one: the nearest that it can show. */
  public static Instant nearest(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return instant.isAfter(LATEST) ? LATEST : instant;
  }

  /** Tells if a clock can show the instant. */
  public static boolean contains(Instant instant) {
    return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
  }
}
