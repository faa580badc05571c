package dev.seedance.mock.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * The {@code billing} of a task: section 9 of the contract.
 *
 * @param status {@code pending}, {@code settled} or {@code refunded}
 * @param credits net cost, as a decimal; absent while pending
 * @param costUsd net cost, as a decimal; absent while pending
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillingResponse(String status, @Nullable String credits, @Nullable String costUsd) {

  /** Returns the billing of a task that has not ended. */
  public static BillingResponse pending() {
    return new BillingResponse("pending", null, null);
  }

  /** Returns the billing of a task that was completed at a price. */
  public static BillingResponse settled(Usd price) {
    return ended("settled", price);
  }

  /** Returns the billing of a task that failed: its net cost is zero. */
  public static BillingResponse refunded() {
    return ended("refunded", Usd.ZERO);
  }

  private static BillingResponse ended(String status, Usd net) {
    return new BillingResponse(status, net.creditsAsText(), net.dollarsAsText());
  }
}
