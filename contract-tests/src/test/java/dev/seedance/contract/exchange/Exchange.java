package dev.seedance.contract.exchange;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A request and its response, both with their content. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exchange(
    String method,
    String path,
    String query,
    HttpHeaders requestHeaders,
    byte[] request,
    int status,
    HttpHeaders answerHeaders,
    byte[] answer) {

  private static final int SHOWN = 2_000;

  static Exchange of(HttpRequest request, byte[] content, HttpResponse<byte[]> response) {
    return new Exchange(
        request.method(),
        request.uri().getRawPath(),
        Objects.requireNonNullElse(request.uri().getRawQuery(), ""),
        request.headers(),
        content,
        response.statusCode(),
        response.headers(),
        response.body());
  }

  boolean isRefused() {
    return status >= 400;
  }

  boolean isJson() {
    return requestHeaders.firstValue("Content-Type").orElse("").startsWith("application/json");
  }

  /** Describes the exchange for people. */
  @Override
  public String toString() {
    String target = query.isEmpty() ? path : path + "?" + query;
    return "%s %s -> %d\nrequest: %s\nanswer: %s"
        .formatted(method, target, status, shown(request), shown(answer));
  }

  private static String shown(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
