package dev.seedance.mock.http.netty;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;

/**
 * The limits for the bodies of requests, in bytes.
 *
 * @param snapshot the longest body that restores a snapshot
 * @param other the longest of any other body
 * @param dropped the most that is read of a refused body, for clients that read the response only
 *     after they have sent it
 */
public record BodyLimits(long snapshot, long other, long dropped) {

  /** The largest upload, and the form around it. */
  static final int MAX_UPLOAD = 51 << 20;

  private static final String SNAPSHOT = "/_mock/snapshot";

  /** Creates the limits: a body that could never be in flight is too long at once. */
  public static BodyLimits of(OptionValues options) {
    long inFlight = options.get(MockOptions.MAX_BYTES_IN_FLIGHT);
    long snapshot = Math.min(options.get(MockOptions.MAX_SNAPSHOT_BYTES), inFlight);
    return new BodyLimits(
        snapshot, Math.min(MAX_UPLOAD, inFlight), Math.max(2 * snapshot, 4 * MAX_UPLOAD));
  }

  /** Returns the larger of both limits. */
  public long max() {
    return Math.max(snapshot, other);
  }

  /** Returns the limit for the body of a request. */
  long of(HttpRequest request) {
    return isSnapshot(request.uri()) ? snapshot : other;
  }

  /** Tells if a URI names the snapshot of a sandbox. */
  static boolean isSnapshot(String uri) {
    return uri.equals(SNAPSHOT) || uri.startsWith(SNAPSHOT + "?");
  }

  /** Returns the length that a request declares for its body; 0 if it declares none. */
  static long declared(HttpRequest request) {
    return request.decoderResult().isSuccess() ? HttpUtil.getContentLength(request, 0L) : 0;
  }
}
