package dev.seedance.mock.clock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox's clock as the control plane shows it.
 *
 * @param mode the wire name of the {@link ClockSetting.Mode}
 * @param scale sandbox seconds in a real second; 0 where time stands still
 * @param now the sandbox's now, ISO 8601
 * @param nextEventAt when something will next happen; null where nothing will
 */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
public record ClockAnswer(
    String mode,
    double scale,
    String now,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextEventAt) {

  /** What a clock shows now. */
  public static ClockAnswer of(SandboxClock clock, Optional<Instant> nextEvent) {
    ClockSetting setting = clock.setting();
    return new ClockAnswer(
        setting.mode().name().toLowerCase(Locale.ROOT),
        setting.rate(),
        clock.instant().toString(),
        nextEvent.map(Instant::toString).orElse(null));
  }
}
