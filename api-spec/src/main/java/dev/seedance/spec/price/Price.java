package dev.seedance.spec.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of a price list.
 *
 * @param group the group of users that pays this price
 * @param conditions the requests that it is for
 * @param chargeType {@code per_request}, {@code per_second}, {@code per_token}, or a later one
 * @param priceBasis what is counted: {@code request}, {@code output_seconds}, {@code total_tokens},
 *     {@code text_input_tokens}, or a later one
 * @param unit how many of them have the price: {@code request}, {@code second}, {@code 1m_tokens},
 *     or a later one
 * @param unitPrice price of one unit, in the currency of the list
 */
public record Price(
    String group,
    Conditions conditions,
    String chargeType,
    String priceBasis,
    String unit,
    BigDecimal unitPrice) {

  /** Decimals of an amount; what is beyond them is rounded up. */
  private static final int DECIMALS = 6;

  /** Returns the charge for an order; empty if the basis or the unit can't be counted. */
  Optional<Charge> charge(Order order) {
    return Quantity.of(priceBasis, order)
        .flatMap(quantity -> Quantity.perUnit(unit).map(size -> charge(quantity, size)));
  }

  private Charge charge(Quantity quantity, BigDecimal unitSize) {
    BigDecimal amount =
        quantity.amount().multiply(unitPrice).divide(unitSize, DECIMALS, RoundingMode.UP);
    List<String> assumptions = new ArrayList<>(quantity.assumptions());
    if (!conditions.unread().isEmpty()) {
      assumptions.add(
          "conditions of the price that are not understood are taken as met: "
              + String.join(", ", conditions.unread()));
    }
    return new Charge(this, amount, assumptions);
  }

  /** An amount and how it came about. */
  record Charge(Price price, BigDecimal amount, List<String> assumptions) {

    Cost.Known known(String currency, List<String> furtherAssumptions) {
      List<String> all = new ArrayList<>(assumptions);
      all.addAll(furtherAssumptions);
      return new Cost.Known(amount, currency, price, all);
    }
  }
}
