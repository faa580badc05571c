package dev.seedance.mock.journal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /**
     * Checks a call of a snapshot.
     *
     * @throws IllegalArgumentException if its time or its length is none
     */
    void requireValid() {
      try {
        Instant.parse(at);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "'at' of a call is '" + at + "'; expected an instant such as 2026-01-01T00:00:00Z", e);
      }
      if (bodyBytes < -1) {
        throw new IllegalArgumentException(
            "'body_bytes' of a call is " + bodyBytes + "; expected 0 or more, or -1 if unknown");
      }
    }
  }
}
