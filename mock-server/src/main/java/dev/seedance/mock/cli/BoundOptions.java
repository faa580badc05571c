package dev.seedance.mock.cli;

import dev.seedance.mock.Bounds;
import dev.seedance.mock.MockOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How much the server holds. */
final class BoundOptions {

  @Option(names = "--max-sandboxes", paramLabel = "N", description = "Sandboxes that are kept.")
  private int maxSandboxes = MockOptions.DEFAULT_MAX_SANDBOXES;

  @Option(
      names = "--sandbox-idle",
      paramLabel = "DURATION",
      description = "Real time after which an unused sandbox is dropped, in ISO 8601.")
  private Duration sandboxIdle = Bounds.DEFAULT.sandboxIdle();

  @Option(names = "--max-tasks", paramLabel = "N", description = "Tasks that a sandbox keeps.")
  private int maxTasks = MockOptions.DEFAULT_MAX_TASKS;

  @Option(
      names = "--max-deliveries",
      paramLabel = "N",
      description = "Webhook deliveries that a sandbox keeps.")
  private int maxDeliveries = MockOptions.DEFAULT_MAX_DELIVERIES;

  @Option(
      names = "--max-scenarios",
      paramLabel = "N",
      description = "Scenarios of its own that a sandbox may have.")
  private int maxScenarios = Bounds.DEFAULT.maxScenarios();

  @Option(
      names = "--max-groups",
      paramLabel = "N",
      description = "Groups of assets that a sandbox keeps.")
  private int maxGroups = Bounds.DEFAULT.maxGroups();

  @Option(names = "--max-assets", paramLabel = "N", description = "Assets that a sandbox keeps.")
  private int maxAssets = Bounds.DEFAULT.maxAssets();

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
      names = "--max-snapshot-bytes",
      paramLabel = "BYTES",
      description = "Size of a snapshot that is restored.")
  private long maxSnapshotBytes = Bounds.DEFAULT.maxSnapshotBytes();

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "Connections that are open at once.")
  private int maxConnections = Bounds.DEFAULT.maxConnections();

  @Option(
      names = "--max-bytes-in-flight",
      paramLabel = "BYTES",
      description = "Request bodies that the server holds at once, over all connections.")
  private long maxBytesInFlight = Bounds.DEFAULT.maxBytesInFlight();

  /**
   * Hands the options on.
   *
   * @throws IllegalArgumentException where one is out of range
   */
  MockOptions.Builder applyTo(MockOptions.Builder options) {
    return options
        .maxSandboxes(maxSandboxes)
        .maxTasks(maxTasks)
        .maxDeliveries(maxDeliveries)
        .bounds(
            Bounds.builder()
                .maxConnections(maxConnections)
                .maxBytesInFlight(maxBytesInFlight)
                .sandboxIdle(sandboxIdle)
                .maxJournalEntries(maxJournalEntries)
                .maxJournalBytes(maxJournalBytes)
                .maxUploadBytes(maxUploadBytes)
                .maxServerUploadBytes(maxServerUploadBytes)
                .maxSnapshotBytes(maxSnapshotBytes)
                .maxScenarios(maxScenarios)
                .maxGroups(maxGroups)
                .maxAssets(maxAssets)
                .build());
  }
}
