package dev.seedance.mock.cli;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.cli.Options.Option;
import dev.seedance.mock.limit.Rate;
import dev.seedance.mock.limit.RateLimits;
import java.math.BigDecimal;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What callers may spend, how often they may call, and who may call. */
final class LimitOptions {

  private static final String UNLIMITED = "unlimited";

  private final Options options = new Options();

  private final Option<Boolean> rateLimits =
      options.flag("--rate-limits", "Hold callers to rate limits; without it: none.");

  private final Option<Rate> submitRate =
      options.one(
          "--submit-rate",
          "N/BURST",
          Rate.class,
          RateLimits.PROVIDER.submits(),
          "Submits a minute, and at once.");

  private final Option<Rate> queryRate =
      options.one(
          "--query-rate",
          "N/BURST",
          Rate.class,
          RateLimits.PROVIDER.queries(),
          "Status calls a minute, and at once.");

  private final Option<String> balance =
      options.one(
          "--balance",
          "USD",
          String.class,
          MockOptions.MAX_BALANCE.toPlainString(),
          "US dollars on the account of each key, or 'unlimited'.");

  private final Option<List<String>> corsOrigins =
      options.several(
          "--cors-origin",
          "ORIGIN",
          "Origin whose pages may call from a browser; may be given more than once.");

  void addTo(CommandSpec command) {
    options.addTo(command);
  }

  /**
   * Hands the options on.
   *
   * @throws IllegalArgumentException where one is out of range
   */
  MockOptions.Builder applyTo(MockOptions.Builder builder) {
    return builder
        .rateLimits(new RateLimits(rateLimits.value(), submitRate.value(), queryRate.value()))
        .balance(balance.value().equals(UNLIMITED) ? null : dollars(balance.value()))
        .corsOrigins(corsOrigins.value());
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
