package dev.seedance.mock.limit;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells callers where they stand, the refused ones too. */
@ServerFilter("/v1/videos/generations/**")
@Order(RateLimitHeaders.AROUND_LIMITING)
final class RateLimitHeaders {

  /** Outside of what refuses: a filter does not see its own refusals. */
  static final int AROUND_LIMITING = RateLimiting.AFTER_AUTHENTICATION - 100;

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(RateLimiting.VERDICT, RateLimiter.Verdict.class)
        .ifPresent(verdict -> tell(verdict, response));
  }

  private static void tell(RateLimiter.Verdict verdict, MutableHttpResponse<?> response) {
    response
        .header("X-RateLimit-Limit", String.valueOf(verdict.grant().limit()))
        .header("X-RateLimit-Remaining", String.valueOf(verdict.grant().remaining()))
        .header("X-RateLimit-Reset", String.valueOf(verdict.resetAt()))
        .header("X-RateLimit-Category", verdict.category());
    if (!verdict.grant().granted()) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(verdict.retryAfterSeconds()));
    }
  }
}
