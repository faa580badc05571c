package dev.seedance.mock.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"-PT17M", "-P400D", "PT5H", "P900D"})
  void a_machine_s_date_that_is_set_changes_nothing(Duration correction) {
    SandboxClock clock = clock(ClockSetting.scaled(3));
    real.pass(Duration.ofMinutes(10));
    real.set(correction);
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(30)));
    real.pass(Duration.ofSeconds(9));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(30).plusSeconds(27)));
    assertThat(clock.realTimeUntil(START.plus(Duration.ofMinutes(33))))
        .contains(Duration.ofSeconds(51));
  }

  @Test
  void a_clock_stops_at_its_end() {
    var clock =
        new SandboxClock(real, ClockSetting.scaled(40_000), TimeRange.LATEST.minusSeconds(8));
    real.pass(Duration.ofNanos(100_000));
    assertThat(clock.instant()).isEqualTo(TimeRange.LATEST.minusSeconds(4));
    assertThat(clock.isAtItsEnd()).isFalse();
    real.pass(Duration.ofDays(2));
    assertThat(clock.instant()).isEqualTo(TimeRange.LATEST);
    assertThat(clock.isAtItsEnd()).isTrue();
    assertThat(clock.realTimeUntil(TimeRange.LATEST.plusSeconds(1))).isEmpty();
    clock.advanceTo(TimeRange.LATEST.plusSeconds(5));
    assertThat(clock.instant()).isEqualTo(TimeRange.LATEST);
    clock.restore(ClockSetting.REAL, START);
    real.pass(Duration.ofSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void a_fast_clock_flows_for_millennia() {
    SandboxClock clock = clock(ClockSetting.scaled(ClockSetting.MAX_RATE));
    real.pass(Duration.ofDays(7)); // 1,917 years: more nanoseconds than a long holds
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(700_000)));
  }

  private SandboxClock clock(ClockSetting setting) {
    return new SandboxClock(real, setting, START);
  }
}
