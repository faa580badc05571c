package dev.seedance.mock.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxClockTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final TestTime real = new TestTime();

  @Test
  void a_real_clock_flows_with_real_time_from_its_start() {
    SandboxClock clock = clock(ClockSetting.REAL);
    real.pass(Duration.ofSeconds(7));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(7));
  }

  @Test
  void a_scaled_clock_flows_faster() {
    SandboxClock clock = clock(ClockSetting.scaled(60));
    real.pass(Duration.ofMillis(500));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(30));
  }

  @Test
  void frozen_and_auto_clocks_stand_still() {
    SandboxClock frozen = clock(ClockSetting.FROZEN);
    SandboxClock auto = clock(ClockSetting.AUTO);
    real.pass(Duration.ofDays(1));
    assertThat(frozen.instant()).isEqualTo(START);
    assertThat(auto.instant()).isEqualTo(START);
  }

  @Test
  void only_an_auto_clock_is_advanced_by_a_poll() {
    SandboxClock frozen = clock(ClockSetting.FROZEN);
    SandboxClock auto = clock(ClockSetting.AUTO);
    Optional<Instant> next = Optional.of(START.plusSeconds(42));
    frozen.onPoll(now -> next);
    auto.onPoll(now -> next);
    assertThat(frozen.instant()).isEqualTo(START);
    assertThat(auto.instant()).isEqualTo(START.plusSeconds(42));
  }

  @Test
  void an_auto_clock_never_goes_back() {
    SandboxClock auto = clock(ClockSetting.AUTO);
    auto.onPoll(now -> Optional.of(START.plusSeconds(42)));
    auto.onPoll(now -> Optional.of(START.plusSeconds(7)));
    auto.onPoll(now -> Optional.empty());
    assertThat(auto.instant()).isEqualTo(START.plusSeconds(42));
  }

  @Test
  void time_does_not_go_back_if_the_machine_s_clock_does() {
    SandboxClock clock = clock(ClockSetting.REAL);
    real.pass(Duration.ofHours(-1));
    assertThat(clock.instant()).isEqualTo(START);
  }

  private SandboxClock clock(ClockSetting setting) {
    return new SandboxClock(real, setting, START);
  }
}
