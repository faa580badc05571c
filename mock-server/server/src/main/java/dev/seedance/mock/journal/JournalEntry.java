package dev.seedance.mock.journal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;

/**
 * A call in the journal, as it is kept and as it goes over the wire.
 *
 * @param number 1 for the first call of the sandbox
 * @param call what was called and answered
 */
@Introspected
public record JournalEntry(long number, @JsonUnwrapped Call call) {

  /**
   * What was called and answered.
   *
   * @param at when it was answered, in sandbox time, as ISO 8601
   * @param method the HTTP method
   * @param path the path as sent, percent-encoded
   * @param query the query as sent, secrets redacted; empty where there was none
   * @param headers the request's headers by lower-case name, secrets redacted
   * @param body the first part of the request's body as text; empty where it was an upload
   * @param bodyBytes how many bytes the body has; -1 where that was not said
   * @param status the HTTP status of the answer
   * @param requestId the answer's {@code X-Request-Id}
   */
  @Introspected
  @JsonNaming(SnakeCaseStrategy.class)
  public record Call(
      String at,
      String method,
      String path,
      String query,
      Map<String, List<String>> headers,
      String body,
      long bodyBytes,
      int status,
      String requestId) {}
}
