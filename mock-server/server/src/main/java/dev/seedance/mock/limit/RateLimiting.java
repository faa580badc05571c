package dev.seedance.mock.limit;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.sandbox.Authentication;
import dev.seedance.mock.sandbox.Sandbox;
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
        .map(RateLimiter.Verdict::headers)
        .ifPresent(headers -> headers.forEach((name, value) -> tell(answer, name, value)));
  }

  /** What a scenario has said already stays. */
  private static void tell(MutableHttpResponse<?> answer, String name, String value) {
    if (!answer.getHeaders().contains(name)) {
      answer.header(name, value);
    }
  }
}
