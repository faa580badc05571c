package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@SeedanceMock(clock = "frozen", clockStart = "2026-01-01T00:00:00Z")
class MockClockTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MockServer mock;

  MockClockTest(MockServer mock) {
    this.mock = mock;
  }

  @Test
  void advances() {
    mock.clock().advance(Duration.ofMinutes(1));
    assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(60));
    assertThatThrownBy(() -> mock.clock().advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("POST /_mock/clock/advance: HTTP 400, ");
    assertThatThrownBy(() -> mock.clock().advance(Duration.ofDays(365L * 9_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void advances_to_the_next_event() {
    assertThat(mock.clock().nextEvent()).isEmpty();
    mock.clock().advanceToNext();
    assertThat(mock.clock().instant()).isEqualTo(START);
    String id = HttpCalls.of(mock).submitPrompt("x");
    Instant next = mock.clock().nextEvent().orElseThrow();
    assertThat(mock.task(id).nextEventAt()).contains(next);
    mock.clock().advanceToNext();
    assertThat(mock.clock().instant()).isEqualTo(next);
    assertThat(mock.task(id).status()).isEqualTo("in_progress");
  }

  @Test
  void is_set() {
    Instant later = Instant.parse("2026-05-01T12:00:00Z");
    mock.clock().set(later);
    assertThat(mock.clock().instant()).isEqualTo(later);
    assertThatThrownBy(() -> mock.clock().set(Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void flows_in_each_mode() {
    assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.FROZEN);
    assertThat(mock.clock().scale()).isZero();
    mock.clock().scale(60);
    assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.SCALED);
    assertThat(mock.clock().scale()).isEqualTo(60);
    mock.clock().set(MockClock.Mode.AUTO);
    assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.AUTO);
    mock.clock().set(MockClock.Mode.REAL);
    assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.REAL);
    mock.clock().freeze();
    assertThat(mock.clock().mode()).isEqualTo(MockClock.Mode.FROZEN);
    assertThatThrownBy(() -> mock.clock().scale(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
