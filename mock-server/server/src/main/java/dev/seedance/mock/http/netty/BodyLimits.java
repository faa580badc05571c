package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.BodyLimit;
import dev.seedance.mock.options.OptionValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Map;

/**
 * The limits for the bodies of requests by their paths.
 *
 * @param byPath the limits of some paths
 * @param other the limit of all others
 * @param dropped the most bytes that are read of a refused body, for clients that read the response
 *     only after they have sent it
 */
public record BodyLimits(Map<String, BodyLimit> byPath, BodyLimit other, long dropped) {

  /** The bytes that are read of a refused body at least: twice the largest upload, each way. */
  private static final long MIN_DROPPED = 204L << 20;

  /** Creates the limits. */
  public static BodyLimits of(OptionValues options) {
    BodyLimit generation = BodyLimit.ofGeneration(options);
    BodyLimit snapshot = BodyLimit.ofSnapshot(options);
    return new BodyLimits(
        Map.of(
            "/_mock/snapshot", snapshot,
            "/_mock/validate", generation,
            "/v1/videos/generations", generation),
        BodyLimit.ofUpload(options),
        Math.max(2 * snapshot.bytes(), MIN_DROPPED));
  }

  /** Returns the largest of the limits in bytes. */
  public long max() {
    return byPath.values().stream().mapToLong(BodyLimit::bytes).reduce(other.bytes(), Math::max);
  }

  /** Returns the limit for the body of a request. */
  BodyLimit of(HttpRequest request) {
    String uri = request.uri();
    int query = uri.indexOf('?');
    return byPath.getOrDefault(query < 0 ? uri : uri.substring(0, query), other);
  }

  /** Returns the length that a request declares for its body; 0 if it declares none. */
  static long declared(HttpRequest request) {
    return request.decoderResult().isSuccess() ? HttpUtil.getContentLength(request, 0L) : 0;
  }
}
