package dev.seedance.spec.price;

import java.math.BigDecimal;
import java.util.List;

/** The cost of an order by a price list, or the reason why the list does not tell. */
public sealed interface Cost {

  /**
   * An amount.
   *
   * @param amount the money, exact to a millionth and rounded up there
   * @param currency its currency, such as {@code USD}
   * @param price the price that it was reckoned by
   * @param assumptions what had to be assumed, a sentence each; empty if the amount is certain
   */
  record Known(BigDecimal amount, String currency, Price price, List<String> assumptions)
      implements Cost {

    /** Copies the list. */
    public Known {
      assumptions = List.copyOf(assumptions);
    }
  }

  /**
   * No amount, which never means that the order is free.
   *
   * @param reason a sentence for people
   */
  record Unknown(String reason) implements Cost {}
}
