package dev.seedance.mock.account;

import dev.seedance.spec.price.Cost;
import dev.seedance.spec.price.Order;
import dev.seedance.spec.price.PriceList;

/**
 * The prices of the mock: {@code api-spec/pricing.yaml}, of which {@code GET /v1/pricing}, the
 * balance and the bill of each task are made.
 */
public final class Prices {

  static final PriceList LIST = PriceList.ofMock();

  private Prices() {}

  /** Returns the price of a task. What the list has no price for costs the most. */
  public static Usd of(Order order) {
    Cost.Known cost = LIST.of(order) instanceof Cost.Known known ? known : LIST.dearest(order);
    return Usd.of(cost.amount());
  }
}
