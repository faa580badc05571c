package dev.seedance.client.error;

import org.jspecify.annotations.Nullable;

/**
 * An order whose price is not known, so that no budget can cover it: no price never means free. It
 * was not sent and cost nothing.
 */
public final class PriceUnknownException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an order without a price.
   *
   * @param reason such as the gap of the price list
   * @param cause the failure to get the price list; null if there is one
   */
  public PriceUnknownException(String reason, @Nullable Throwable cause) {
    super(
        "the request was not sent: its price is not known, and a budget is set: %s. Give a price list or an assumed price"
            .formatted(reason),
        cause);
  }
}
