package dev.seedance.client.estimate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The cost of a request, as far as it can be told before. */
public sealed interface Estimate {

  /**
   * An amount, or the range that it will be in.
   *
   * @param least the lowest cost; empty if only an upper bound is known, as with tokens
   * @param most the highest cost
   * @param currency of both, such as {@code USD}
   * @param assumptions what had to be assumed, a sentence each; empty if the cost is certain
   */
  record Known(
      Optional<BigDecimal> least, BigDecimal most, String currency, List<String> assumptions)
      implements Estimate {

    /** Copies the list. */
    public Known {
      assumptions = List.copyOf(assumptions);
    }
  }

  /**
   * No amount, which never means that the request is free.
   *
   * @param reason a sentence for people
   */
  record Unknown(String reason) implements Estimate {}
}
