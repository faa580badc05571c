package dev.seedance.mock.routing;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.limit.RateLimiter;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Counts requests against the rate limits, and adds the headers with the remaining requests. */
final class RateLimiting {

  /** The wait of an injected 429 whose scenario names none. */
  private static final long DEFAULT_WAIT_SECONDS = 1;

  private RateLimiting() {}

  /**
   * Counts a request of an admitted caller. A refusal advances an automatic clock, so that a client
   * that obeys {@code Retry-After} gets through.
   *
   * @throws ApiException 429 if it is one too many
   */
  static void count(HttpRequest<?> request) {
    CallContext call = CallContext.of(request);
    Sandbox sandbox = call.sandbox();
    RateLimiter limiter = sandbox.get(RateLimiter.class);
    limiter
        .count(request.getMethod(), sandbox.clock())
        .ifPresent(
            verdict -> {
              call.setVerdict(verdict);
              if (!verdict.granted()) {
                sandbox.queue().onPoll(now -> Optional.of(verdict.nextAt()));
                throw new ApiException(ErrorCode.RATE_LIMIT_EXCEEDED, verdict.refusal());
              }
            });
  }

  /** Adds the headers of a 429 that a scenario injects; does nothing for another status. */
  static void addRefusalHeaders(
      CallContext call, HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
      Sandbox sandbox = call.sandbox();
      Instant now = sandbox.clock().instant();
      RateLimiter limiter = sandbox.get(RateLimiter.class);
      addIfAbsent(
          response, limiter.headersOfRefusal(request.getMethod(), now, secondsToWait(response)));
    }
  }

  /** Adds the headers of a counted request, granted or not. */
  static void addHeaders(CallContext call, MutableHttpResponse<?> response) {
    call.verdict().ifPresent(verdict -> addIfAbsent(response, verdict.headers()));
  }

  private static long secondsToWait(MutableHttpResponse<?> response) {
    String retryAfter =
        Objects.requireNonNullElse(response.getHeaders().get(HttpHeaders.RETRY_AFTER), "");
    return retryAfter.matches("\\d{1,9}") ? Long.parseLong(retryAfter) : DEFAULT_WAIT_SECONDS;
  }

  private static void addIfAbsent(MutableHttpResponse<?> response, Map<String, String> headers) {
    headers.forEach(
        (name, value) -> {
          if (!response.getHeaders().contains(name)) {
            response.header(name, value);
          }
        });
  }
}
