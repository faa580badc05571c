package dev.seedance.mock.limit;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/** Holds the generation endpoints to the rate limits. */
@ServerFilter("/v1/videos/generations/**")
@Order(RateLimiting.AFTER_AUTHENTICATION)
final class RateLimiting {

  static final int AFTER_AUTHENTICATION = -500;

  static final String VERDICT = "rate-limit";

  @RequestFilter
  void count(HttpRequest<?> request) {
    request
        .getAttribute("sandbox", Sandbox.class)
        .ifPresent(
            sandbox ->
                sandbox
                    .rateLimiter()
                    .count(request.getMethod(), sandbox.clock().instant())
                    .ifPresent(verdict -> hold(request, sandbox, verdict)));
  }

  /** An automatic clock feels a refusal: a client that obeys {@code Retry-After} gets through. */
  private static void hold(HttpRequest<?> request, Sandbox sandbox, RateLimiter.Verdict verdict) {
    request.setAttribute(VERDICT, verdict);
    if (!verdict.grant().granted()) {
      sandbox.agenda().onPoll(Optional.of(verdict.grant().nextAt()));
      throw new ApiException(
          ErrorCode.RATE_LIMIT_EXCEEDED,
          "too many calls of %s: %d a minute are allowed; try again in %d s"
              .formatted(verdict.category(), verdict.grant().limit(), verdict.retryAfterSeconds()));
    }
  }
}
