package dev.seedance.mock.http;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;

/**
 * The limit for the body of a request.
 *
 * @param bytes the most bytes that are read
 * @param advice what to do with a longer one
 */
public record BodyLimit(long bytes, String advice) {

  /** The limit for the JSON of a call that carries no media. */
  static final BodyLimit WITHOUT_MEDIA = new BodyLimit(1 << 20, "send less in one call");

  private static final int MAX_UPLOAD = 51 << 20;

  /**
   * Returns the limit for a generation request: a body that could never be in flight is too long.
   */
  public static BodyLimit ofGeneration(OptionValues options) {
    String media = "send large media by URL or as an uploaded file, or raise ";
    long own = options.get(MockOptions.MAX_BODY);
    long inFlight = options.get(MockOptions.MAX_BYTES_IN_FLIGHT);
    return inFlight < own
        ? new BodyLimit(inFlight, media + MockOptions.MAX_BYTES_IN_FLIGHT.flag())
        : new BodyLimit(own, media + MockOptions.MAX_BODY.flag());
  }

  /** Returns the length of the longest body that a route receives in one piece. */
  public static long longestInOnePiece(OptionValues options) {
    return Math.max(WITHOUT_MEDIA.bytes(), ofGeneration(options).bytes());
  }

  /** Returns the limit for a snapshot. */
  public static BodyLimit ofSnapshot(OptionValues options) {
    long own = options.get(MockOptions.MAX_SNAPSHOT_BYTES);
    return new BodyLimit(
        Math.min(own, options.get(MockOptions.MAX_BYTES_IN_FLIGHT)),
        "raise --max-snapshot-bytes and --max-bytes-in-flight, or take a snapshot with fewer"
            + " uploads");
  }

  /** Returns the limit for any other body: the largest upload, and the form around it. */
  public static BodyLimit ofUpload(OptionValues options) {
    return new BodyLimit(
        Math.min(MAX_UPLOAD, options.get(MockOptions.MAX_BYTES_IN_FLIGHT)),
        "no larger file can be uploaded");
  }
}
