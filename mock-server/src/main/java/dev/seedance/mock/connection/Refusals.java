package dev.seedance.mock.connection;

import dev.seedance.mock.envelope.Failure;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Answers that are given below the routes, in the contract's shapes; the connection ends then. */
final class Refusals {

  private static final String ERROR =
      "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"type\":\"%s\"}}";
  private static final String FAILURE = "{\"success\":false,\"message\":\"%s\"}";

  private Refusals() {}

  static FullHttpResponse tooLarge(String path, int max) {
    String message = "the body is larger than any file that can be uploaded (" + max + " bytes)";
    return Failure.isShapeOf(path)
        ? answer(HttpResponseStatus.BAD_REQUEST, FAILURE.formatted(message))
        : answer(
            HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
            ERROR.formatted("request_too_large", message, "invalid_request_error"));
  }

  static FullHttpResponse tooManyConnections(int max) {
    String message =
        "the mock server has %d connections open, its limit; reuse connections or raise the limit"
            .formatted(max);
    FullHttpResponse answer =
        answer(
            HttpResponseStatus.SERVICE_UNAVAILABLE,
            ERROR.formatted("rate_limit_unavailable", message, "api_error"));
    answer.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
    return answer;
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
