package dev.seedance.mock.control;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.time.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /_mock/clock/advance}.
 *
 * @param by a duration, ISO 8601, not negative; {@code PT0S} waits for the events that are due
 *     already
 */
record ClockAdvance(@Nullable String by) {

  /**
   * Returns the duration.
   *
   * @throws ApiException 400 if it is not one, or leads from this instant too far
   */
  Duration duration(Instant now) {
    if (by == null) {
      throw ApiException.invalid("by is missing; expected a duration such as {\"by\":\"PT30S\"}");
    }
    Duration step = parse(by);
    if (step.isNegative()) {
      throw ApiException.invalid(
          "by '" + by + "' is negative; to go back, PUT /_mock/clock with an earlier now");
    }
    Duration left = TimeRange.untilLatest(now);
    if (step.compareTo(left) > 0) {
      throw ApiException.invalid(
          "by '%s' leads beyond the clock's end, %s; send %s at most"
              .formatted(by, TimeRange.LATEST, left));
    }
    return step;
  }

  private static Duration parse(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw ApiException.invalid(
          "by '" + text + "' is no ISO 8601 duration; expected such as PT30S or PT2H");
    }
  }
}
