package dev.seedance.client.cli;

import dev.seedance.client.estimate.Estimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sum of estimates, and the number of requests that are not in it. */
final class EstimateTotal {

  private final String currency;
  private Optional<BigDecimal> least = Optional.of(BigDecimal.ZERO);
  private BigDecimal most = BigDecimal.ZERO;
  private int priced;
  private int unpriced;
  private int unreadable;

  EstimateTotal(String currency) {
    this.currency = currency;
  }

  void add(Estimate estimate) {
    if (estimate instanceof Estimate.Known known) {
      priced++;
      least = least.flatMap(sum -> known.least().map(sum::add));
      most = most.add(known.most());
    } else {
      unpriced++;
    }
  }

  /** Counts a request without an estimate. */
  void addUnpriced() {
    unpriced++;
  }

  void addUnreadable() {
    unreadable++;
  }

  Estimate.Known sum() {
    return new Estimate.Known(least, most, currency, List.of());
  }

  int requests() {
    return priced + unpriced + unreadable;
  }

  /** Returns the number of requests that the sum leaves out. */
  int left() {
    return unpriced + unreadable;
  }

  int unreadable() {
    return unreadable;
  }

  boolean isComplete() {
    return left() == 0;
  }
}
