package dev.seedance.mock.routing;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.limit.RateLimiter;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;

/** Counts requests against the rate limits, and tells callers how much is left. */
final class RateLimiting {

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
    sandbox
        .get(RateLimiter.class)
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

  /** Adds the headers of a counted request, granted or not; those of a scenario stay. */
  static void addHeaders(CallContext call, MutableHttpResponse<?> response) {
    call.verdict()
        .map(RateLimiter.Verdict::headers)
        .ifPresent(
            headers ->
                headers.forEach(
                    (name, value) -> {
                      if (!response.getHeaders().contains(name)) {
                        response.header(name, value);
                      }
                    }));
  }
}
