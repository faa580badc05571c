package dev.seedance.mock.http.netty;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/**
 * How long the bodies of requests may be, in bytes.
 *
 * @param snapshot of one that restores a snapshot
 * @param other of any other
 * @param dropped how much of a body that is refused is read, for the sake of those who read the
 *     answer only then
 */
public record BodyLimits(long snapshot, long other, long dropped) {

  /** The largest upload, and the form around it. */
  static final int MAX_UPLOAD = 51 << 20;

  private static final String SNAPSHOT = "/_mock/snapshot";

  /** The limits within these bounds: what could never be in flight is too long at once. */
  public static BodyLimits of(OptionValues options) {
    long inFlight = options.get(MockOptions.MAX_BYTES_IN_FLIGHT);
    long snapshot = Math.min(options.get(MockOptions.MAX_SNAPSHOT_BYTES), inFlight);
    return new BodyLimits(
        snapshot, Math.min(MAX_UPLOAD, inFlight), Math.max(2 * snapshot, 4 * MAX_UPLOAD));
  }

  /** The largest of all. */
  public long max() {
    return Math.max(snapshot, other);
  }

  /** The limit of the body of this request. */
  long of(HttpRequest request) {
    return isSnapshot(request.uri()) ? snapshot : other;
  }

  /** Whether what this URI names is the snapshot of a sandbox. */
  static boolean isSnapshot(String uri) {
    return uri.equals(SNAPSHOT) || uri.startsWith(SNAPSHOT + "?");
  }

  /** How long a request says that its body is: 0 where it does not say. */
  static long declared(HttpRequest request) {
    String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH, "");
    if (length.isEmpty() || !request.decoderResult().isSuccess() || !isNumber(length)) {
      return 0;
    }
    return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
  }

  private static boolean isNumber(String length) {
    for (int i = 0; i < length.length(); i++) {
      if (length.charAt(i) < '0' || length.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
