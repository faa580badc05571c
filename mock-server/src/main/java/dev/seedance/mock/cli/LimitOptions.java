package dev.seedance.mock.cli;

import dev.seedance.mock.Bounds;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.limit.Rate;
import dev.seedance.mock.limit.RateLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What callers may spend, how often they may call, and how much the server holds. */
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
  private String balance = "1000000";

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      description = "Origin whose pages may call from a browser; may be given more than once.")
  private List<String> corsOrigins = List.of();

  @Option(names = "--max-sandboxes", paramLabel = "N", description = "Sandboxes that are kept.")
  private int maxSandboxes = 1_000;

  @Option(
      names = "--sandbox-idle",
      paramLabel = "DURATION",
      description = "Real time after which an unused sandbox is dropped, in ISO 8601.")
  private Duration sandboxIdle = Bounds.DEFAULT.sandboxIdle();

  @Option(names = "--max-tasks", paramLabel = "N", description = "Tasks that a sandbox keeps.")
  private int maxTasks = 10_000;

  @Option(
      names = "--max-journal-entries",
      paramLabel = "N",
      description = "Calls that a sandbox's journal keeps; 0 switches it off.")
  private int maxJournalEntries = Bounds.DEFAULT.maxJournalEntries();

  @Option(
      names = "--max-journal-bytes",
      paramLabel = "BYTES",
      description = "Size of a sandbox's journal.")
  private long maxJournalBytes = Bounds.DEFAULT.maxJournalBytes();

  @Option(
      names = "--max-upload-bytes",
      paramLabel = "BYTES",
      description = "Uploaded files that a sandbox keeps in memory.")
  private long maxUploadBytes = Bounds.DEFAULT.maxUploadBytes();

  @Option(
      names = "--max-server-upload-bytes",
      paramLabel = "BYTES",
      description = "Uploaded files that the whole server keeps in memory.")
  private long maxServerUploadBytes = Bounds.DEFAULT.maxServerUploadBytes();

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "Connections that are open at once.")
  private int maxConnections = Bounds.DEFAULT.maxConnections();

  /**
   * Hands the options on.
   *
   * @throws IllegalArgumentException where one is out of range
   */
  MockOptions.Builder applyTo(MockOptions.Builder options) {
    return options
        .rateLimits(new RateLimits(rateLimits, submitRate, queryRate))
        .balance(balance.equals(UNLIMITED) ? null : dollars(balance))
        .corsOrigins(corsOrigins)
        .maxSandboxes(maxSandboxes)
        .maxTasks(maxTasks)
        .bounds(
            new Bounds(
                maxConnections,
                sandboxIdle,
                maxJournalEntries,
                maxJournalBytes,
                maxUploadBytes,
                maxServerUploadBytes));
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
