package dev.seedance.mock.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.seedance.mock.time.ClockSetting;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox's clock as the control plane shows it.
 *
 * @param mode the wire name of the {@link ClockSetting.Mode}
 * @param scale sandbox seconds in a real second; 0 if time does not flow
 * @param now the sandbox's now, ISO 8601
 * @param nextEventAt the time of the next event; null if there is none
 * @param notice what a reader has to know, such as that the clock stands at its end or that events
 *     were lost; mostly absent
 */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
public record ClockResponse(
    String mode,
    double scale,
    String now,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextEventAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notice) {

  /** Returns the state of a sandbox's clock. */
  public static ClockResponse of(Sandbox sandbox) {
    ClockSetting setting = sandbox.clock().setting();
    return new ClockResponse(
        setting.mode().name().toLowerCase(Locale.ROOT),
        setting.rate(),
        sandbox.clock().instant().toString(),
        sandbox.nextEvent().map(Instant::toString).orElse(null),
        notice(sandbox));
  }

  private static @Nullable String notice(Sandbox sandbox) {
    List<String> notices = sandbox.notices();
    return notices.isEmpty() ? null : String.join(" ", notices);
  }
}
