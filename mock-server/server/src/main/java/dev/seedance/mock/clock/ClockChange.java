package dev.seedance.mock.clock;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /_mock/clock}; what is absent stays as it is.
 *
 * @param mode the wire name of the {@link ClockSetting.Mode}
 * @param scale sandbox seconds in a real second; goes with that mode only
 * @param now the new now, ISO 8601 in UTC
 */
@Introspected
record ClockChange(@Nullable String mode, @Nullable Double scale, @Nullable String now) {

  /** The first instant that a clock can be set to. */
  static final Instant EARLIEST = Instant.EPOCH;

  /** The last instant that a clock can be set or advanced to. */
  static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  /** How the clock flows from now on. */
  ClockSetting setting(ClockSetting present) {
    String name = mode != null ? mode : scale != null ? "scaled" : present.toString();
    if (scale != null && !name.equals("scaled")) {
      throw refusal("scale goes with mode scaled only, not with '" + name + "'");
    }
    if (!name.equals("scaled")) {
      return parse(name);
    }
    if (scale == null) {
      throw refusal("mode scaled needs a scale, such as {\"mode\":\"scaled\",\"scale\":60}");
    }
    try {
      return ClockSetting.scaled(scale);
    } catch (IllegalArgumentException e) {
      throw refusal(String.valueOf(e.getMessage()));
    }
  }

  /** What time it is from then on; empty where that stays as it is. */
  Optional<Instant> instant() {
    return Optional.ofNullable(now).map(ClockChange::parseInstant);
  }

  private static ClockSetting parse(String name) {
    try {
      return ClockSetting.parse(name);
    } catch (IllegalArgumentException e) {
      throw refusal("unknown mode '" + name + "'; expected real, scaled, frozen or auto");
    }
  }

  private static Instant parseInstant(String text) {
    try {
      return requireInRange(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw refusal("now '" + text + "' is no instant; expected such as 2026-01-01T00:00:00Z");
    }
  }

  /**
   * Checks a time that a clock is about to show.
   *
   * @throws ApiException where it is before {@link #EARLIEST} or after {@link #LATEST}
   */
  static Instant requireInRange(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw refusal(instant + " is out of range; expected " + EARLIEST + " to " + LATEST);
    }
    return instant;
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
