package dev.seedance.mock.limit;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.sandbox.Authentication;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;

/** Holds calls to the rate limits, and tells callers where they stand. */
public final class RateLimiting {

  private static final String VERDICT = "rate-limit";

  private RateLimiting() {}

  /**
   * Counts a call of an admitted caller.
   *
   * @throws ApiException 429 where it is one too many
   */
  public static void count(HttpRequest<?> request) {
    Authentication.caller(request).ifPresent(sandbox -> count(sandbox, request));
  }

  private static void count(Sandbox sandbox, HttpRequest<?> request) {
    sandbox
        .rateLimiter()
        .count(request.getMethod(), sandbox.clock())
        .ifPresent(verdict -> hold(request, sandbox, verdict));
  }

  /** An automatic clock feels a refusal: a client that obeys {@code Retry-After} gets through. */
  private static void hold(HttpRequest<?> request, Sandbox sandbox, RateLimiter.Verdict verdict) {
    request.setAttribute(VERDICT, verdict);
    if (!verdict.grant().granted()) {
      sandbox.agenda().onPoll(now -> Optional.of(verdict.grant().nextAt()));
      throw new ApiException(
          ErrorCode.RATE_LIMIT_EXCEEDED,
          "too many calls of %s: %d a minute are allowed; try again in %d s"
              .formatted(verdict.category(), verdict.grant().limit(), verdict.retryAfterSeconds()));
    }
  }

  /** Tells the caller of a counted call where it stands, whether it was refused or not. */
  public static void tell(HttpRequest<?> request, MutableHttpResponse<?> answer) {
    request
        .getAttribute(VERDICT)
        .map(RateLimiter.Verdict.class::cast)
        .ifPresent(verdict -> tell(verdict, answer));
  }

  private static void tell(RateLimiter.Verdict verdict, MutableHttpResponse<?> answer) {
    answer
        .header("X-RateLimit-Limit", String.valueOf(verdict.grant().limit()))
        .header("X-RateLimit-Remaining", String.valueOf(verdict.grant().remaining()))
        .header("X-RateLimit-Reset", String.valueOf(verdict.resetAt()))
        .header("X-RateLimit-Category", verdict.category());
    if (!verdict.grant().granted()) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(verdict.retryAfterSeconds()));
    }
  }
}
