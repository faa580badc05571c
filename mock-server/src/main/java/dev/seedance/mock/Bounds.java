package dev.seedance.mock;

import java.time.Duration;

/**
 * How much a server holds. What goes beyond drops the oldest of its kind; nothing grows without
 * end.
 *
 * @param maxConnections how many connections are open at once; one more is closed at once
 * @param sandboxIdle how long, in real time, a sandbox is kept after its last call
 * @param maxJournalEntries how many requests a sandbox's journal keeps
 * @param maxJournalBytes how many bytes of headers and bodies a sandbox's journal keeps
 * @param maxUploadBytes how many bytes of uploaded files a sandbox keeps
 * @param maxServerUploadBytes how many bytes of uploaded files the whole server keeps
 */
public record Bounds(
    int maxConnections,
    Duration sandboxIdle,
    int maxJournalEntries,
    long maxJournalBytes,
    long maxUploadBytes,
    long maxServerUploadBytes) {

  /**
   * 1,024 connections; 48 hours, so that results outlive the day they are promised for and webhooks
   * their retries; 1,000 requests of 4 MiB; uploads of 100 MiB and 400 MiB.
   */
  public static final Bounds DEFAULT =
      new Bounds(1_024, Duration.ofDays(2), 1_000, 4L << 20, 100L << 20, 400L << 20);

  /**
   * Checks every bound.
   *
   * @throws IllegalArgumentException where one is negative, or zero where that would stop the
   *     server
   */
  public Bounds {
    require("maxConnections", maxConnections, 1);
    require("maxJournalEntries", maxJournalEntries, 0);
    require("maxJournalBytes", maxJournalBytes, 0);
    require("maxUploadBytes", maxUploadBytes, 0);
    require("maxServerUploadBytes", maxServerUploadBytes, 0);
    if (sandboxIdle.isZero() || sandboxIdle.isNegative()) {
      throw new IllegalArgumentException(
          "sandboxIdle is " + sandboxIdle + ", expected a positive duration such as PT1H");
    }
  }

  /** These bounds with another limit of connections, at least 1. */
  public Bounds withMaxConnections(int connections) {
    return new Bounds(
        connections,
        sandboxIdle,
        maxJournalEntries,
        maxJournalBytes,
        maxUploadBytes,
        maxServerUploadBytes);
  }

  /** These bounds with another time that a sandbox may be idle, positive. */
  public Bounds withSandboxIdle(Duration idle) {
    return new Bounds(
        maxConnections,
        idle,
        maxJournalEntries,
        maxJournalBytes,
        maxUploadBytes,
        maxServerUploadBytes);
  }

  /** These bounds with another size of the journal; 0 entries switch it off. */
  public Bounds withJournal(int entries, long bytes) {
    return new Bounds(
        maxConnections, sandboxIdle, entries, bytes, maxUploadBytes, maxServerUploadBytes);
  }

  /** These bounds with other sizes of the uploaded files: of one sandbox, of the whole server. */
  public Bounds withUploads(long sandboxBytes, long serverBytes) {
    return new Bounds(
        maxConnections, sandboxIdle, maxJournalEntries, maxJournalBytes, sandboxBytes, serverBytes);
  }

  private static void require(String bound, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(
          "%s is %d, expected at least %d".formatted(bound, value, min));
    }
  }
}
