package dev.seedance.mock.account;

import dev.seedance.mock.plan.JsonTable;
import java.util.Comparator;
import java.util.Map;

/**
 * The prices of a second of video by model and resolution: the table {@code prices.json} beside
 * this class.
 *
 * <p>The figures are the mock's own: the provider's prices change and are not part of the contract.
 */
public final class Prices {

  private static final Map<String, Map<String, Usd>> PER_SECOND =
      JsonTable.members(
          JsonTable.read(Prices.class, "prices.json"),
          model -> JsonTable.members(model, dollars -> Usd.of(dollars.decimalValue())));

  private static final Usd DEAREST =
      PER_SECOND.values().stream()
          .flatMap(prices -> prices.values().stream())
          .max(Comparator.naturalOrder())
          .orElse(Usd.ZERO);

  private Prices() {}

  /**
   * Returns the price of a task.
   *
   * @param model the model; one outside the table costs the most
   * @param resolution the resolution; one outside the table costs the most
   * @param videoSeconds the length of all its videos together
   */
  public static Usd of(String model, String resolution, int videoSeconds) {
    return PER_SECOND
        .getOrDefault(model, Map.of())
        .getOrDefault(resolution, DEAREST)
        .times(videoSeconds);
  }
}
