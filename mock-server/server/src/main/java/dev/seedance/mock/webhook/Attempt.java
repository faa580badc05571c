package dev.seedance.mock.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver an event.
 *
 * @param number 1 for the first
 * @param at when, in sandbox time, ISO 8601
 * @param planned true if the retry table made it, false if it was made on demand
 * @param headers those of the request; its body is the delivery's
 * @param status the HTTP status of the response; absent if none came
 * @param response the beginning of the response's body; absent if none came
 * @param error why no response came; absent if one did
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attempt(
    int number,
    String at,
    boolean planned,
    Map<String, String> headers,
    @Nullable Integer status,
    @Nullable String response,
    @Nullable String error) {

  Attempt numbered(int position) {
    return new Attempt(position, at, planned, headers, status, response, error);
  }

  /** Returns about the bytes of memory that the attempt takes. */
  long size() {
    return 1_500L + (response == null ? 0 : 2L * response.length());
  }

  boolean succeeded() {
    return status != null && status >= 200 && status < 300;
  }
}
