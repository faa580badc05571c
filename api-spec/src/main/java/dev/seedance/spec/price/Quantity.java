package dev.seedance.spec.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The amount of the charged thing that an order takes.
 *
 * @param assumptions what had to be assumed to count it, a sentence each
 */
record Quantity(BigDecimal amount, List<String> assumptions) {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /**
   * Counts what a basis names.
   *
   * @return empty if it is not known before the task has run, or not known at all
   */
  static Optional<Quantity> of(String basis, Order order) {
    return switch (basis) {
      case "request" -> Optional.of(counted(1));
      case "output_seconds" -> Optional.of(counted((long) order.seconds() * order.outputs()));
      case "total_tokens" -> VideoTokens.of(order);
      default -> Optional.empty();
    };
  }

  /** Returns the number that makes a unit; empty if the unit is not known. */
  static Optional<BigDecimal> perUnit(String unit) {
    return switch (unit) {
      case "request", "second" -> Optional.of(BigDecimal.ONE);
      case "1m_tokens" -> Optional.of(MILLION);
      default -> Optional.empty();
    };
  }

  private static Quantity counted(long amount) {
    return new Quantity(BigDecimal.valueOf(amount), List.of());
  }
}
