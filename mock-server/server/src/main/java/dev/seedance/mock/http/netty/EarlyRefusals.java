package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.BodySize;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.ShapedError;
import dev.seedance.mock.http.StrictJson;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.Locale;

/** Refusals that are made before a route is found; the connection ends with them. */
public final class EarlyRefusals {

  /** The beginning of the headers with ids and limits. */
  private static final String KEPT = "x-";

  private static final String NOT_IN_HOSTS = "[^A-Za-z0-9.:_-]";

  /** The longest text of a caller in a message. */
  private static final int MOST_SHOWN = 100;

  private EarlyRefusals() {}

  static FullHttpResponse tooLarge(String path, BodySize size) {
    return response(size.refusal(path));
  }

  /**
   * Refuses a malformed request.
   *
   * @param fault follows "the request"
   */
  static FullHttpResponse malformed(String path, ErrorCode code, String fault) {
    return response(ShapedError.of(path, code, "the request " + fault));
  }

  static FullHttpResponse tooSlow(String path, Duration limit) {
    String message =
        "less than %d bytes of the request have arrived in %d s; send it faster, or raise --stall-timeout"
            .formatted(HttpLimits.MIN_PROGRESS, limit.toSeconds());
    int timeout = HttpResponseStatus.REQUEST_TIMEOUT.code();
    return response(ShapedError.of(path, timeout, ErrorCode.INVALID_REQUEST, message));
  }

  /**
   * Returns an error in place of a delayed response that the server no longer waits for.
   *
   * @param delayed the headers of that response; ids and limits are kept
   */
  static FullHttpResponse stopped(String path, HttpHeaders delayed) {
    FullHttpResponse response =
        unavailable(path, "the mock server stops before this response was due or stored");
    for (var header : delayed) {
      if (header.getKey().toLowerCase(Locale.ROOT).startsWith(KEPT)) {
        response.headers().add(header.getKey(), header.getValue());
      }
    }
    return response;
  }

  static FullHttpResponse busy(String path, long max) {
    String message =
        "the mock server has as many bytes of requests in flight as it may hold (%d); send this one again later, or raise --max-bytes-in-flight"
            .formatted(max);
    return forNow(ShapedError.of(path, ErrorCode.RATE_LIMIT_UNAVAILABLE, message));
  }

  /** Refuses a request that the caller may send again soon. */
  public static FullHttpResponse unavailable(String path, String message) {
    return forNow(ShapedError.of(path, ErrorCode.RATE_LIMIT_UNAVAILABLE, message));
  }

  static FullHttpResponse tooManyConnections(int max) {
    String message =
        "the mock server has %d connections open, its limit; reuse connections or raise the limit"
            .formatted(max);
    return forNow(ShapedError.of("", ErrorCode.RATE_LIMIT_UNAVAILABLE, message));
  }

  static FullHttpResponse forAnother(String path, String host) {
    String message =
        ("the Host header names '%s', which may belong to somebody else; call 127.0.0.1 or"
                + " localhost, or start the server with --public-url http://HOST")
            .formatted(printable(host, NOT_IN_HOSTS));
    int misdirected = HttpResponseStatus.MISDIRECTED_REQUEST.code();
    return response(ShapedError.of(path, misdirected, ErrorCode.INVALID_REQUEST, message));
  }

  /**
   * Returns a text of the caller for a message.
   *
   * @param unsafe a regular expression of the characters that become question marks
   */
  static String printable(String text, String unsafe) {
    String safe = text.replaceAll(unsafe, "?");
    return safe.length() > MOST_SHOWN ? safe.substring(0, MOST_SHOWN) : safe;
  }

  /** Returns the response to a caller who may retry soon. */
  private static FullHttpResponse forNow(ShapedError error) {
    FullHttpResponse response = response(error);
    response.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
    return response;
  }

  private static FullHttpResponse response(ShapedError error) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(error.status()),
            Unpooled.wrappedBuffer(StrictJson.write(error.body())));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return response;
  }
}
