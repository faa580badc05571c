package dev.seedance.mock.journal;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Writes every call of the API to the journal of its sandbox. */
@ServerFilter("/v1/**")
@Order(Recording.AROUND_ALL)
final class Recording {

  static final int AROUND_ALL = -2_000;

  /** How much of a body is kept. */
  static final int MAX_EXCERPT = 4_096;

  @ResponseFilter
  void record(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute("sandbox", Sandbox.class)
        .filter(sandbox -> sandbox.journal().isOn())
        .ifPresent(sandbox -> sandbox.journal().record(call(sandbox, request, response)));
  }

  private static JournalEntry.Call call(
      Sandbox sandbox, HttpRequest<?> request, MutableHttpResponse<?> response) {
    var uri = request.getUri();
    byte[] body = request.getBody(byte[].class).orElse(new byte[0]);
    return new JournalEntry.Call(
        sandbox.clock().instant().toString(),
        request.getMethodName(),
        uri.getRawPath(),
        Redaction.query(Objects.requireNonNullElse(uri.getRawQuery(), "")),
        Redaction.headers(request.getHeaders()),
        excerpt(body),
        request.getContentLength(),
        response.code(),
        Objects.requireNonNullElse(response.getHeaders().get("X-Request-Id"), ""));
  }

  private static String excerpt(byte[] body) {
    return new String(body, 0, Math.min(body.length, MAX_EXCERPT), StandardCharsets.UTF_8);
  }
}
