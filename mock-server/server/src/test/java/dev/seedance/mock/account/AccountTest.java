package dev.seedance.mock.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.MemoryBudget;
import dev.seedance.mock.sandbox.PartChanges;
import dev.seedance.spec.price.Order;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final HeldBytes HELD = new HeldBytes(new MemoryBudget(Long.MAX_VALUE));

  private final Account account = new Account(usd("1"), HELD, PartChanges.NONE);

  @Test
  void pays_until_the_money_is_used_up() {
    account.pay(usd("0.6"), NOW);
    account.pay(usd("0.4"), NOW);
    assertThat(account.at(NOW).remaining()).contains(Usd.ZERO);
    assertThatThrownBy(() -> account.pay(new Usd(1), NOW))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_QUOTA))
        .hasMessageContaining("$0.000001", "$0 is left");
  }

  @Test
  void a_refused_payment_takes_nothing() {
    assertThatThrownBy(() -> account.pay(usd("1.1"), NOW)).isInstanceOf(ApiException.class);
    assertThat(account.at(NOW).used()).isEqualTo(Usd.ZERO);
  }

  @Test
  void gives_back_when_a_task_fails_and_not_before() {
    account.pay(usd("0.6"), NOW);
    account.planRefund("task", usd("0.6"), NOW.plusSeconds(10));
    assertThat(account.at(NOW.plusSeconds(9)).used()).isEqualTo(usd("0.6"));
    assertThat(account.at(NOW.plusSeconds(10)).used()).isEqualTo(Usd.ZERO);
    assertThat(account.at(NOW.plusSeconds(20)).used()).isEqualTo(Usd.ZERO);
  }

  @Test
  void a_refund_that_was_due_before_is_no_part_of_a_balance_that_is_set() {
    account.pay(usd("0.6"), NOW);
    account.planRefund("task", usd("0.6"), NOW.plusSeconds(10));
    account.setRemaining(usd("5"), NOW.plusSeconds(10));
    assertThat(account.at(NOW.plusSeconds(20)).remaining()).contains(usd("5"));
  }

  @Test
  void a_new_plan_takes_the_place_of_the_old_one() {
    account.pay(usd("0.6"), NOW);
    account.planRefund("task", usd("0.6"), NOW.plusSeconds(10));
    account.planRefund("task", usd("0.6"), null);
    assertThat(account.at(NOW.plusSeconds(20)).used()).isEqualTo(usd("0.6"));
  }

  @Test
  void without_a_limit_nothing_is_left_and_everything_is_paid() {
    var unlimited = new Account(null, HELD, PartChanges.NONE);
    unlimited.pay(usd("1000000"), NOW);
    assertThat(unlimited.at(NOW).remaining()).isEmpty();
    assertThat(unlimited.at(NOW).used()).isEqualTo(usd("1000000"));
  }

  @Test
  void keeps_a_bounded_number_of_refunds_and_pays_the_first_early() {
    var unlimited = new Account(null, HELD, PartChanges.NONE);
    for (int i = 0; i <= Account.MAX_REFUNDS; i++) {
      unlimited.pay(usd("1"), NOW);
      unlimited.planRefund("task-" + i, usd("1"), NOW.plusSeconds(1 + i));
    }
    assertThat(unlimited.at(NOW).used()).isEqualTo(usd("" + Account.MAX_REFUNDS));
  }

  @Test
  void prices_come_from_the_list_and_what_it_does_not_know_costs_the_most() {
    assertThat(price("seedance-2", "720p", 5)).isEqualTo(usd("0.4"));
    assertThat(price("seedance-2-mini", "480p", 12)).isEqualTo(usd("0.12"));
    assertThat(price("seedance-9", "720p", 1)).isEqualTo(price("seedance-2", "4k", 1));
  }

  private static Usd price(String model, String resolution, int seconds) {
    return Prices.of(new Order(model, resolution, seconds, 1, false));
  }

  private static Usd usd(String dollars) {
    return Usd.of(new BigDecimal(dollars));
  }
}
