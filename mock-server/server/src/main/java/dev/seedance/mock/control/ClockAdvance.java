package dev.seedance.mock.control;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
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

  /** Returns the end of an advance from an instant; at most {@link TimeRange#LATEST}. */
  Instant from(Instant now) {
    return leadsBeyondLatest(now) ? TimeRange.LATEST : now.plus(duration());
  }

  /**
   * Checks the advance before it begins.
   *
   * @throws ApiException 400 if it is not a duration or leads too far
   */
  void requireValid(Instant now) {
    if (leadsBeyondLatest(now)) {
      throw refusal("an advance by " + by + " leads beyond " + TimeRange.LATEST);
    }
  }

  private boolean leadsBeyondLatest(Instant now) {
    return duration().compareTo(Duration.between(now, TimeRange.LATEST)) > 0;
  }

  private Duration duration() {
    if (by == null) {
      throw refusal("by is missing; expected a duration such as {\"by\":\"PT30S\"}");
    }
    Duration step;
    try {
      step = Duration.parse(by);
    } catch (DateTimeException e) {
      throw refusal("by '" + by + "' is no ISO 8601 duration; expected such as PT30S or PT2H");
    }
    if (step.isNegative()) {
      throw refusal(
          "by '" + by + "' is negative; to go back, PUT /_mock/clock with an earlier now");
    }
    return step;
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
