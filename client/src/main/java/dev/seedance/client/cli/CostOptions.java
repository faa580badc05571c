package dev.seedance.client.cli;

import dev.seedance.client.Budget;
import dev.seedance.client.SeedanceClientBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that limit what an order may cost. */
final class CostOptions {

  @Option(
      names = "--max-cost",
      paramLabel = "USD",
      description =
          "Do not order a video that can cost more, such as 0.50, or whose price is not known."
              + " Prices come from the server, or from --prices. Default: no limit")
  private @Nullable BigDecimal maxCost;

  @Mixin private PriceOptions prices = new PriceOptions();

  SeedanceClientBuilder addTo(SeedanceClientBuilder builder) {
    if (maxCost != null) {
      builder.budget(Budget.of(maxCost));
    }
    prices.list().ifPresent(builder::prices);
    return builder;
  }
}
