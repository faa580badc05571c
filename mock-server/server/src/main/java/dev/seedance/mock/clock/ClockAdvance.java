package dev.seedance.mock.clock;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import io.micronaut.core.annotation.Introspected;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /_mock/clock/advance}.
 *
 * @param by how far, ISO 8601, not negative; {@code PT0S} waits for what is due already
 */
@Introspected
record ClockAdvance(@Nullable String by) {

  /** Where an advance from an instant leads; never beyond {@link ClockChange#LATEST}. */
  Instant from(Instant now) {
    return leadsBeyondLatest(now) ? ClockChange.LATEST : now.plus(duration());
  }

  /**
   * Checks this before anything is moved.
   *
   * @throws ApiException 400 where it is no duration or leads too far
   */
  void requireValid(Instant now) {
    if (leadsBeyondLatest(now)) {
      throw refusal("an advance by " + by + " leads beyond " + ClockChange.LATEST);
    }
  }

  private boolean leadsBeyondLatest(Instant now) {
    return duration().compareTo(Duration.between(now, ClockChange.LATEST)) > 0;
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
