package dev.seedance.mock.journal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A numbered call in the journal.
 *
 * @param number 1 for the first call of the sandbox
 * @param call the request and its response
 */
@Introspected
record JournalEntry(long number, @JsonUnwrapped Call call) {

  /**
   * A request and its response.
   *
   * @param at when the response was made, in sandbox time, as ISO 8601
   * @param method the HTTP method
   * @param path the path as sent, percent-encoded
   * @param query the query as sent, secrets redacted; empty if there was none
   * @param headers the request's headers by lower-case name, secrets redacted
   * @param body the first part of the request's body as text; empty for an upload
   * @param bodyBytes the length of the body in bytes; -1 if unknown
   * @param status the HTTP status of the response
   * @param requestId the response's {@code X-Request-Id}
   */
  @Introspected
  @JsonNaming(SnakeCaseStrategy.class)
  record Call(
      String at,
      String method,
      String path,
      String query,
      Map<String, List<String>> headers,
      String body,
      long bodyBytes,
      int status,
      String requestId) {

    /** The length of a body that is kept, in bytes. */
    private static final int MAX_EXCERPT = 4_096;

    /** About the size of a call besides its text, in bytes. */
    private static final long OVERHEAD = 200;

    static Call of(Instant at, HttpRequest<?> request, int status, String requestId) {
      var sent = ((NettyHttpRequest<?>) request).getNativeRequest();
      return new Call(
          at.toString(),
          request.getMethodName(),
          request.getPath(),
          Redaction.query(query(sent.uri())),
          headers(sent.headers()),
          excerpt(request),
          request.getContentLength(),
          status,
          requestId);
    }

    /** Returns about the bytes that the call takes. */
    long size() {
      long size = OVERHEAD + path.length() + query.length() + body.length();
      for (var header : headers.entrySet()) {
        for (String value : header.getValue()) {
          size += header.getKey().length() + value.length();
        }
      }
      return size;
    }

    private static String query(String uri) {
      int mark = uri.indexOf('?');
      return mark < 0 ? "" : uri.substring(mark + 1);
    }

    private static Map<String, List<String>> headers(HttpHeaders sent) {
      Map<String, List<String>> headers = new TreeMap<>();
      for (var header : sent) {
        headers
            .computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
            .add(Redaction.header(header.getKey(), header.getValue()));
      }
      return headers;
    }

    private static String excerpt(HttpRequest<?> request) {
      return request.getBody().orElse(null) instanceof byte[] body
          ? new String(body, 0, Math.min(body.length, MAX_EXCERPT), StandardCharsets.UTF_8)
          : "";
    }
  }
}
