package dev.seedance.mock;

import java.time.Duration;

/**
 * How much a server holds; {@link #builder()} makes one and knows the defaults. What goes beyond
 * drops the oldest of its kind, or is refused; nothing grows without end.
 *
 * @param maxConnections how many connections are open at once; one more is closed at once
 * @param maxBytesInFlight how many bytes of request bodies the whole server holds while it answers
 *     them; one more refuses its request with 503
 * @param sandboxIdle how long, in real time, a sandbox is kept after its last call
 * @param maxJournalEntries how many requests a sandbox's journal keeps
 * @param maxJournalBytes how many bytes of headers and bodies a sandbox's journal keeps
 * @param maxUploadBytes how many bytes of uploaded files a sandbox keeps
 * @param maxServerUploadBytes how many bytes of uploaded files the whole server keeps
 * @param maxSnapshotBytes how long a snapshot may be that is restored
 * @param maxScenarios how many scenarios of its own a sandbox has; one more is refused
 * @param maxGroups how many groups of assets a sandbox keeps
 * @param maxAssets how many assets a sandbox keeps
 */
public record Bounds(
    int maxConnections,
    long maxBytesInFlight,
    Duration sandboxIdle,
    int maxJournalEntries,
    long maxJournalBytes,
    long maxUploadBytes,
    long maxServerUploadBytes,
    long maxSnapshotBytes,
    int maxScenarios,
    int maxGroups,
    int maxAssets) {

  /** Every bound at its default. */
  public static final Bounds DEFAULT = builder().build();

  /**
   * Checks every bound.
   *
   * @throws IllegalArgumentException where one is negative, or zero where that would stop the
   *     server
   */
  public Bounds {
    require("maxConnections", maxConnections, 1);
    require("maxBytesInFlight", maxBytesInFlight, 1);
    require("maxJournalEntries", maxJournalEntries, 0);
    require("maxJournalBytes", maxJournalBytes, 0);
    require("maxUploadBytes", maxUploadBytes, 0);
    require("maxServerUploadBytes", maxServerUploadBytes, 0);
    require("maxSnapshotBytes", maxSnapshotBytes, 0);
    require("maxScenarios", maxScenarios, 0);
    require("maxGroups", maxGroups, 1);
    require("maxAssets", maxAssets, 1);
    if (sandboxIdle.isZero() || sandboxIdle.isNegative()) {
      throw new IllegalArgumentException(
          "sandboxIdle is " + sandboxIdle + ", expected a positive duration such as PT1H");
    }
  }

  /** Every bound at its default, to be changed. */
  public static Builder builder() {
    return new Builder();
  }

  private static void require(String bound, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(
          "%s is %d, expected at least %d".formatted(bound, value, min));
    }
  }

  /** Collects bounds. Not thread-safe. */
  public static final class Builder {

    private int maxConnections = 1_024;
    private long maxBytesInFlight = 256L << 20;
    private Duration sandboxIdle = Duration.ofDays(2);
    private int maxJournalEntries = 1_000;
    private long maxJournalBytes = 4L << 20;
    private long maxUploadBytes = 100L << 20;
    private long maxServerUploadBytes = 400L << 20;
    private long maxSnapshotBytes = 192L << 20;
    private int maxScenarios = 100;
    private int maxGroups = 1_000;
    private int maxAssets = 1_000;

    private Builder() {}

    /** How many connections are open at once, at least 1. Default: 1,024. */
    public Builder maxConnections(int connections) {
      this.maxConnections = connections;
      return this;
    }

    /**
     * How many bytes of request bodies the server holds at once, over all connections, at least 1.
     * Default: 256 MiB, five of the largest uploads.
     */
    public Builder maxBytesInFlight(long bytes) {
      this.maxBytesInFlight = bytes;
      return this;
    }

    /**
     * How long, in real time, a sandbox is kept after its last call, positive. Default: 48 hours,
     * so that results outlive the day they are promised for and webhooks their retries.
     */
    public Builder sandboxIdle(Duration idle) {
      this.sandboxIdle = idle;
      return this;
    }

    /** How many calls a sandbox's journal keeps; 0 switches it off. Default: 1,000. */
    public Builder maxJournalEntries(int entries) {
      this.maxJournalEntries = entries;
      return this;
    }

    /** How many bytes of calls a sandbox's journal keeps. Default: 4 MiB. */
    public Builder maxJournalBytes(long bytes) {
      this.maxJournalBytes = bytes;
      return this;
    }

    /** How many bytes of uploaded files a sandbox keeps. Default: 100 MiB. */
    public Builder maxUploadBytes(long bytes) {
      this.maxUploadBytes = bytes;
      return this;
    }

    /** How many bytes of uploaded files the server keeps. Default: 400 MiB. */
    public Builder maxServerUploadBytes(long bytes) {
      this.maxServerUploadBytes = bytes;
      return this;
    }

    /**
     * How long a snapshot may be that is restored, in bytes of JSON. Default: 192 MiB, so that a
     * sandbox that is full by the other defaults can be restored.
     */
    public Builder maxSnapshotBytes(long bytes) {
      this.maxSnapshotBytes = bytes;
      return this;
    }

    /** How many scenarios of its own a sandbox has. Default: 100. */
    public Builder maxScenarios(int scenarios) {
      this.maxScenarios = scenarios;
      return this;
    }

    /** How many groups of assets a sandbox keeps, at least 1. Default: 1,000. */
    public Builder maxGroups(int groups) {
      this.maxGroups = groups;
      return this;
    }

    /** How many assets a sandbox keeps, at least 1. Default: 1,000. */
    public Builder maxAssets(int assets) {
      this.maxAssets = assets;
      return this;
    }

    /**
     * The bounds as set so far.
     *
     * @throws IllegalArgumentException where one is out of range
     */
    public Bounds build() {
      return new Bounds(
          maxConnections,
          maxBytesInFlight,
          sandboxIdle,
          maxJournalEntries,
          maxJournalBytes,
          maxUploadBytes,
          maxServerUploadBytes,
          maxSnapshotBytes,
          maxScenarios,
          maxGroups,
          maxAssets);
    }
  }
}
