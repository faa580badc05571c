package dev.seedance.mock.http.netty;

import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.Failure;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Answers that are given below the routes, in the contract's shapes; the connection ends then. */
final class EarlyRefusals {

  private static final String ERROR =
      "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"type\":\"%s\"}}";
  private static final String FAILURE = "{\"success\":false,\"message\":\"%s\"}";

  private EarlyRefusals() {}

  static FullHttpResponse tooLarge(String path, long max) {
    String message =
        BodyLimits.isSnapshot(path)
            ? "the snapshot is longer than %d bytes; raise --max-snapshot-bytes and --max-bytes-in-flight, or take one with fewer uploads"
            : "the body is larger than any file that can be uploaded (%d bytes)";
    return Failure.isShapeOf(path)
        ? failure(HttpResponseStatus.BAD_REQUEST, message.formatted(max))
        : error(ErrorCode.REQUEST_TOO_LARGE, message.formatted(max));
  }

  static FullHttpResponse busy(String path, long max) {
    String message =
        "the mock server has as many bytes of requests in flight as it may hold (%d); send this one again later, or raise --max-bytes-in-flight"
            .formatted(max);
    return forNow(inShapeOf(path, ErrorCode.RATE_LIMIT_UNAVAILABLE, message));
  }

  static FullHttpResponse foreignOrigin(String path) {
    String message =
        "pages of this origin may not call the mock server; name it with --cors-origin";
    return inShapeOf(path, ErrorCode.ORIGIN_NOT_ALLOWED, message);
  }

  static FullHttpResponse tooManyConnections(int max) {
    String message =
        "the mock server has %d connections open, its limit; reuse connections or raise the limit"
            .formatted(max);
    return forNow(error(ErrorCode.RATE_LIMIT_UNAVAILABLE, message));
  }

  static FullHttpResponse forAnother(String path, String host) {
    String message =
        ("the Host header names '%s', which may belong to somebody else; call 127.0.0.1 or"
                + " localhost, or name the origin: --cors-origin http://HOST")
            .formatted(printable(host));
    return Failure.isShapeOf(path)
        ? failure(HttpResponseStatus.BAD_REQUEST, message)
        : error(HttpResponseStatus.MISDIRECTED_REQUEST, ErrorCode.INVALID_REQUEST, message);
  }

  /** What can stand in JSON as it is. */
  private static String printable(String host) {
    String safe = host.replaceAll("[^A-Za-z0-9.:_-]", "?");
    return safe.length() > 100 ? safe.substring(0, 100) : safe;
  }

  /** A refusal with the code's own status, whichever shape the endpoint at the path has. */
  private static FullHttpResponse inShapeOf(String path, ErrorCode code, String message) {
    return Failure.isShapeOf(path)
        ? failure(HttpResponseStatus.valueOf(code.status()), message)
        : error(code, message);
  }

  private static FullHttpResponse error(ErrorCode code, String message) {
    return error(HttpResponseStatus.valueOf(code.status()), code, message);
  }

  private static FullHttpResponse error(HttpResponseStatus status, ErrorCode code, String message) {
    return answer(status, ERROR.formatted(code.code(), message, code.type()));
  }

  private static FullHttpResponse failure(HttpResponseStatus status, String message) {
    return answer(status, FAILURE.formatted(message));
  }

  /** The caller may try again soon. */
  private static FullHttpResponse forNow(FullHttpResponse refusal) {
    refusal.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
    return refusal;
  }

  private static FullHttpResponse answer(HttpResponseStatus status, String body) {
    var answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return answer;
  }
}
