package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

@SeedanceMock(clock = "frozen", clockStart = "2026-01-01T00:00:00Z")
class AccountTest {

  private final MockServer mock;

  AccountTest(MockServer mock) {
    this.mock = mock;
  }

  @Test
  void is_set_and_spent() {
    mock.account().setRemaining(new BigDecimal("0.5"));
    assertThat(mock.account().remaining()).isEqualByComparingTo("0.5");
    assertThat(mock.account().spent()).isZero();
    assertThat(mock.account().isUnlimited()).isFalse();
    var calls = HttpCalls.of(mock);
    calls.submit(HttpCalls.REQUEST);
    assertThat(mock.account().spent()).isPositive();
    assertThat(mock.account().remaining().add(mock.account().spent())).isEqualByComparingTo("0.5");
    mock.account().setRemaining(BigDecimal.ZERO);
    String another = HttpCalls.REQUEST.replace("order-1", "order-2");
    assertThat(calls.submit(another).statusCode()).isEqualTo(402);
    mock.account().setUnlimited();
    assertThat(mock.account().isUnlimited()).isTrue();
    assertThat(calls.submit(another).statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> mock.account().setRemaining(new BigDecimal("-1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
