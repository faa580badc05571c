package dev.seedance.client.cli;

import dev.seedance.client.estimate.Estimate;
import dev.seedance.client.model.Violation;
import java.math.BigDecimal;
import java.util.List;

/** Writes estimates. */
interface EstimateOutput {

  /** A request has an estimate, or the reason for none. */
  void estimated(String request, Estimate estimate);

  /** A request breaks the contract. */
  void invalid(String request, List<Violation> errors);

  /**
   * All requests are done.
   *
   * @param prices the origin of the price list
   */
  void total(EstimateTotal total, String prices);

  /** Returns an amount without zeros that say nothing, and with cents. */
  static String amount(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(2, plain.scale())).toPlainString();
  }
}
