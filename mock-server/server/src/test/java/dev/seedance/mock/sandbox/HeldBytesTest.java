package dev.seedance.mock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBytesTest {

  private final MemoryBudget budget = new MemoryBudget(100);

  @Test
  void the_bound_is_one_for_all() {
    new HeldBytes(budget).add(60);
    var second = new HeldBytes(budget);
    second.add(40);
    assertThat(budget.isExceeded()).isFalse();
    second.add(1);
    assertThat(budget.isExceeded()).isTrue();
  }

  @Test
  void a_dropped_sandbox_holds_nothing_and_counts_no_more() {
    var held = new HeldBytes(budget);
    held.add(1_000);
    held.close();
    held.add(1_000); // a webhook that was under way
    held.close();
    assertThat(held.bytes()).isZero();
    assertThat(budget.isExceeded()).isFalse();
  }
}
