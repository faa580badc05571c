package dev.seedance.mock.cli;

import dev.seedance.mock.Bounds;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.cli.Options.Option;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;

/** How much the server holds. */
final class BoundOptions {

  private final Options options = new Options();

  private final Option<Integer> maxSandboxes =
      number("--max-sandboxes", MockOptions.DEFAULT_MAX_SANDBOXES, "Sandboxes that are kept.");

  private final Option<Duration> sandboxIdle =
      options.one(
          "--sandbox-idle",
          "DURATION",
          Duration.class,
          Bounds.DEFAULT.sandboxIdle(),
          "Real time after which an unused sandbox is dropped, in ISO 8601.");

  private final Option<Integer> maxTasks =
      number("--max-tasks", MockOptions.DEFAULT_MAX_TASKS, "Tasks that a sandbox keeps.");

  private final Option<Integer> maxDeliveries =
      number(
          "--max-deliveries",
          MockOptions.DEFAULT_MAX_DELIVERIES,
          "Webhook deliveries that a sandbox keeps.");

  private final Option<Integer> maxScenarios =
      number(
          "--max-scenarios",
          Bounds.DEFAULT.maxScenarios(),
          "Scenarios of its own that a sandbox may have.");

  private final Option<Integer> maxGroups =
      number("--max-groups", Bounds.DEFAULT.maxGroups(), "Groups of assets that a sandbox keeps.");

  private final Option<Integer> maxAssets =
      number("--max-assets", Bounds.DEFAULT.maxAssets(), "Assets that a sandbox keeps.");

  private final Option<Integer> maxJournalEntries =
      number(
          "--max-journal-entries",
          Bounds.DEFAULT.maxJournalEntries(),
          "Calls that a sandbox's journal keeps; 0 switches it off.");

  private final Option<Long> maxJournalBytes =
      bytes(
          "--max-journal-bytes", Bounds.DEFAULT.maxJournalBytes(), "Size of a sandbox's journal.");

  private final Option<Long> maxUploadBytes =
      bytes(
          "--max-upload-bytes",
          Bounds.DEFAULT.maxUploadBytes(),
          "Uploaded files that a sandbox keeps in memory.");

  private final Option<Long> maxServerUploadBytes =
      bytes(
          "--max-server-upload-bytes",
          Bounds.DEFAULT.maxServerUploadBytes(),
          "Uploaded files that the whole server keeps in memory.");

  private final Option<Long> maxSnapshotBytes =
      bytes(
          "--max-snapshot-bytes",
          Bounds.DEFAULT.maxSnapshotBytes(),
          "Size of a snapshot that is restored.");

  private final Option<Integer> maxConnections =
      number(
          "--max-connections",
          Bounds.DEFAULT.maxConnections(),
          "Connections that are open at once.");

  private final Option<Long> maxBytesInFlight =
      bytes(
          "--max-bytes-in-flight",
          Bounds.DEFAULT.maxBytesInFlight(),
          "Request bodies that the server holds at once, over all connections.");

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
        .maxSandboxes(maxSandboxes.value())
        .maxTasks(maxTasks.value())
        .maxDeliveries(maxDeliveries.value())
        .bounds(
            Bounds.builder()
                .maxConnections(maxConnections.value())
                .maxBytesInFlight(maxBytesInFlight.value())
                .sandboxIdle(sandboxIdle.value())
                .maxJournalEntries(maxJournalEntries.value())
                .maxJournalBytes(maxJournalBytes.value())
                .maxUploadBytes(maxUploadBytes.value())
                .maxServerUploadBytes(maxServerUploadBytes.value())
                .maxSnapshotBytes(maxSnapshotBytes.value())
                .maxScenarios(maxScenarios.value())
                .maxGroups(maxGroups.value())
                .maxAssets(maxAssets.value())
                .build());
  }

  private Option<Integer> number(String name, int fallback, String description) {
    return options.one(name, "N", Integer.class, fallback, description);
  }

  private Option<Long> bytes(String name, long fallback, String description) {
    return options.one(name, "BYTES", Long.class, fallback, description);
  }
}
