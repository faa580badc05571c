package dev.seedance.mock.call;

import dev.seedance.mock.connection.AnswerNaming;
import dev.seedance.mock.journal.Recording;
import dev.seedance.mock.limit.RateLimiting;
import dev.seedance.mock.sandbox.Authentication;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Faults;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * The steps of every call before its route, and of every answer after it.
 *
 * <p>One filter of all paths, and the steps as plain calls: a filter with a pattern of its own is
 * matched with each path anew, which takes longer than all the steps do.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallChain {

  private static final String API = "/v1/";
  private static final String GENERATIONS = "/v1/videos/generations";
  private static final String CONTROL = "/_mock/";

  private final Authentication authentication;
  private final Faults faults;

  CallChain(Authentication authentication, Faults faults) {
    this.authentication = authentication;
    this.faults = faults;
  }

  @RequestFilter
  @Order(-1_000)
  void enter(HttpRequest<?> request) {
    String path = request.getPath();
    if (path.startsWith(API) || path.startsWith(CONTROL)) {
      authentication.admit(request);
    }
    if (path.startsWith(GENERATIONS)) {
      RateLimiting.count(request);
    }
  }

  /** Outside of {@link #enter}: what that refuses is an answer too. */
  @ResponseFilter
  @Order(-2_000)
  void leave(HttpRequest<?> request, MutableHttpResponse<?> answer) {
    Authentication.caller(request).ifPresent(sandbox -> leave(sandbox, request, answer));
  }

  private void leave(Sandbox sandbox, HttpRequest<?> request, MutableHttpResponse<?> answer) {
    faults.strike(request, answer);
    RateLimiting.tell(request, answer);
    String requestId = sandbox.nextRequestId();
    answer.header(AnswerNaming.HEADER, requestId);
    if (request.getPath().startsWith(API)) {
      Recording.record(sandbox, request, answer, requestId);
    }
  }
}
