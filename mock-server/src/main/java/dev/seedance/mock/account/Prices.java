package dev.seedance.mock.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/**
 * What a second of video costs, from the table {@code prices.json} beside this class.
 *
 * <p>The figures are the mock's own: the provider's prices change and are not part of the contract.
 */
public final class Prices {

  private record Table(Map<String, Map<String, BigDecimal>> usdPerVideoSecond) {}

  private final Map<String, Map<String, BigDecimal>> table;
  private final Usd dearest;

  private Prices(Table table) {
    this.table = table.usdPerVideoSecond();
    this.dearest =
        this.table.values().stream()
            .map(Map::values)
            .flatMap(Collection::stream)
            .max(BigDecimal::compareTo)
            .map(Usd::of)
            .orElse(Usd.ZERO);
  }

  /** Reads the table. */
  public static Prices load() {
    var mapper =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (var in = Prices.class.getResourceAsStream("prices.json")) {
      return new Prices(mapper.readValue(in, Table.class));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read prices.json from the mock server's jar", e);
    }
  }

  /**
   * The price of a task.
   *
   * @param model the model; one that the table does not have costs the most
   * @param resolution the resolution; one that the table does not have costs the most
   * @param videoSeconds the length of all its videos together
   */
  public Usd of(String model, String resolution, int videoSeconds) {
    BigDecimal perSecond = table.getOrDefault(model, Map.of()).get(resolution);
    return (perSecond == null ? dearest : Usd.of(perSecond)).times(videoSeconds);
  }
}
