package dev.seedance.client.internal;

import dev.seedance.client.model.Billing;
import dev.seedance.client.model.GenerationTask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The status and the cost of a task for messages; some servers send none. */
public final class StatusText {

  private StatusText() {}

  /** Returns the server's word, or ours if it sent none. */
  public static String of(GenerationTask task) {
    @Nullable String status = task.getStatus();
    return status == null || status.isBlank() ? "without status" : status;
  }

  /** Returns the cost of the task as far as the server tells it; empty if it tells nothing. */
  public static Optional<String> cost(GenerationTask task) {
    @Nullable Billing billing = task.getBilling();
    if (billing == null || billing.getStatus() == null) {
      return Optional.empty();
    }
    @Nullable String amount = billing.getCostUsd();
    return Optional.of(
        "billing " + billing.getStatus() + (amount == null ? "" : ": " + amount + " USD"));
  }
}
