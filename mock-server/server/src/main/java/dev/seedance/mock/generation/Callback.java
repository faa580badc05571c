package dev.seedance.mock.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.mock.http.Trace;
import dev.seedance.spec.http.HttpUrl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that the task's webhook needs.
 *
 * @param url the request's {@code callback_url}, null if absent
 * @param traceId the request's {@code trace_id}, null if absent
 * @param origin the address at which the caller reached the server, such as {@code
 *     http://127.0.0.1:8080}
 * @param trace the trace that the request is part of, null if it is in none
 */
public record Callback(
    @Nullable String url,
    @Nullable String traceId,
    String origin,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Trace trace) {

  /**
   * Checks the URL.
   *
   * @throws IllegalArgumentException if the validator refuses it
   */
  public Callback {
    if (url != null) {
      requireUrl(url);
    }
  }

  /** Returns the number of characters. */
  int length() {
    int traced = trace == null ? 0 : trace.length();
    return origin.length() + length(url) + length(traceId) + traced;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /**
   * Reads the URL of a receiver.
   *
   * @throws IllegalArgumentException if the validator refuses it as a {@code callback_url}
   */
  public static HttpUrl requireUrl(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException("a webhook URL must be absolute, http or https");
    }
    if (url.hasUserInfo() || url.hasFragment()) {
      throw new IllegalArgumentException("a webhook URL has no user info and no fragment");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("a webhook URL can't hold half a surrogate pair");
    }
    return url;
  }
}
