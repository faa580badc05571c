package dev.seedance.mock.account;

import dev.seedance.mock.json.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/**
 * What a second of video costs in US dollars, from the table {@code prices.json} beside this class:
 * by model, then by resolution.
 *
 * <p>The figures are the mock's own: the provider's prices change and are not part of the contract.
 */
public final class Prices {

  /** The table of the server's jar, read when the first task is paid. */
  static final Prices STANDARD = load();

  private final Table<Usd> perSecond;
  private final Usd dearest;

  private Prices(Table<Usd> perSecond) {
    this.perSecond = perSecond;
    this.dearest =
        perSecond.rows().values().stream()
            .map(Map::values)
            .flatMap(Collection::stream)
            .max(Comparator.naturalOrder())
            .orElse(Usd.ZERO);
  }

  private static Prices load() {
    return new Prices(
        Table.read(
            "prices.json",
            Prices.class.getResource("prices.json"),
            dollars -> Usd.of(dollars.decimalValue())));
  }

  /**
   * The price of a task.
   *
   * @param model the model; one that the table does not have costs the most
   * @param resolution the resolution; one that the table does not have costs the most
   * @param videoSeconds the length of all its videos together
   */
  public Usd of(String model, String resolution, int videoSeconds) {
    Usd price = perSecond.get(model, resolution);
    return (price == null ? dearest : price).times(videoSeconds);
  }
}
