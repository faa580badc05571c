package dev.seedance.client.error;

import java.math.BigDecimal;

/** An order that could cost more than its budget has left. It was not sent and cost nothing. */
public final class BudgetExceededException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final BigDecimal needed;
  private final BigDecimal left;
  private final BigDecimal limit;

  /**
   * Reports an order over budget. All amounts are US dollars.
   *
   * @param needed the most that the order can cost
   * @param left what the budget has left
   * @param limit the whole budget
   */
  public BudgetExceededException(BigDecimal needed, BigDecimal left, BigDecimal limit) {
    super(
        "the request was not sent: it can cost %s USD, and %s of the budget of %s USD are left"
            .formatted(needed.toPlainString(), left.toPlainString(), limit.toPlainString()),
        null);
    this.needed = needed;
    this.left = left;
    this.limit = limit;
  }

  /** Returns the most that the order can cost. */
  public BigDecimal needed() {
    return needed;
  }

  /** Returns what the budget had left. */
  public BigDecimal left() {
    return left;
  }

  /** Returns the whole budget. */
  public BigDecimal limit() {
    return limit;
  }
}
