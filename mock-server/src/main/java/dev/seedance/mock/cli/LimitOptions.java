package dev.seedance.mock.cli;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.limit.Rate;
import dev.seedance.mock.limit.RateLimits;
import java.math.BigDecimal;
import java.util.List;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What callers may spend, how often they may call, and who may call. */
final class LimitOptions {

  private static final String UNLIMITED = "unlimited";

  @Option(names = "--rate-limits", description = "Hold callers to rate limits; without it: none.")
  private boolean rateLimits;

  @Option(
      names = "--submit-rate",
      paramLabel = "N/BURST",
      description = "Submits a minute, and at once.")
  private Rate submitRate = RateLimits.PROVIDER.submits();

  @Option(
      names = "--query-rate",
      paramLabel = "N/BURST",
      description = "Status calls a minute, and at once.")
  private Rate queryRate = RateLimits.PROVIDER.queries();

  @Option(
      names = "--balance",
      paramLabel = "USD",
      description = "US dollars on the account of each key, or 'unlimited'.")
  private String balance = MockOptions.MAX_BALANCE.toPlainString();

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      showDefaultValue = Visibility.NEVER,
      description = "Origin whose pages may call from a browser; may be given more than once.")
  private List<String> corsOrigins = List.of();

  @Mixin private BoundOptions bounds = new BoundOptions();

  /**
   * Hands the options on.
   *
   * @throws IllegalArgumentException where one is out of range
   */
  MockOptions.Builder applyTo(MockOptions.Builder options) {
    return bounds
        .applyTo(options)
        .rateLimits(new RateLimits(rateLimits, submitRate, queryRate))
        .balance(balance.equals(UNLIMITED) ? null : dollars(balance))
        .corsOrigins(corsOrigins);
  }

  private static BigDecimal dollars(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "balance is '" + text + "', expected US dollars such as 12.5, or " + UNLIMITED, e);
    }
  }
}
