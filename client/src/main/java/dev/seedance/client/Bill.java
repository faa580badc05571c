package dev.seedance.client;

import dev.seedance.client.model.Billing;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.spec.price.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a task as a response tells it.
 *
 * @param isFinal false while the cost may change
 * @param billed true if the server has told the cost; else it is assumed
 * @param cost in US dollars
 */
record Bill(boolean isFinal, boolean billed, BigDecimal cost) {

  private static final Bill OPEN = new Bill(false, false, BigDecimal.ZERO);

  /**
   * Reads the bill of a task.
   *
   * @param most the cost of a completed task that tells none: no bill does not mean free
   */
  static Bill of(GenerationTask task, BigDecimal most) {
    TaskStatus status = TaskStatus.of(task);
    if (!status.isFinal()) {
      return OPEN;
    }
    @Nullable Billing billing = task.getBilling();
    if (billing == null || billing.getStatus() == null) {
      return new Bill(true, false, status == TaskStatus.FAILED ? BigDecimal.ZERO : most);
    }
    return switch (billing.getStatus()) {
      case "settled" ->
          amount(billing.getCostUsd())
              .map(cost -> new Bill(true, true, cost))
              .orElseGet(() -> new Bill(true, false, most));
      case "refunded" -> new Bill(true, true, BigDecimal.ZERO);
      default -> OPEN;
    };
  }

  private static Optional<BigDecimal> amount(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(String::strip)
          .map(BigDecimal::new)
          .filter(Amounts::isUsable);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
