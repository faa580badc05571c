package dev.seedance.mock.control;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.time.TimeRange;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /_mock/clock}. An absent member changes nothing.
 *
 * @param mode the wire name of the {@link ClockSetting.Mode}
 * @param scale sandbox seconds in a real second; for a scaled clock only
 * @param now the new now, ISO 8601 in UTC
 */
record ClockChange(@Nullable String mode, @Nullable Double scale, @Nullable String now) {

  /** Returns the new setting. */
  ClockSetting setting(ClockSetting present) {
    String name = mode != null ? mode : scale != null ? "scaled" : present.toString();
    if (scale != null && !name.equals("scaled")) {
      throw ApiException.invalid("scale goes with mode scaled only, not with '" + name + "'");
    }
    if (!name.equals("scaled")) {
      return parse(name);
    }
    if (scale == null) {
      throw ApiException.invalid(
          "mode scaled needs a scale, such as {\"mode\":\"scaled\",\"scale\":60}");
    }
    try {
      return ClockSetting.scaled(scale);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the new now; empty to keep the present one. */
  Optional<Instant> instant() {
    return Optional.ofNullable(now).map(ClockChange::parseInstant);
  }

  private static ClockSetting parse(String name) {
    try {
      return ClockSetting.parse(name);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(
          "unknown mode '" + name + "'; expected real, scaled, frozen or auto");
    }
  }

  private static Instant parseInstant(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (TimeRange.contains(instant)) {
        return instant;
      }
      throw ApiException.invalid(
          "%s is out of range; expected %s to %s"
              .formatted(instant, TimeRange.EARLIEST, TimeRange.LATEST));
    } catch (DateTimeParseException e) {
      throw ApiException.invalid(
          "now '" + text + "' is no instant; expected such as 2026-01-01T00:00:00Z");
    }
  }
}
