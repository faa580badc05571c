package dev.seedance.mock.routing;

import dev.seedance.mock.fault.FaultInjector;
import dev.seedance.mock.http.netty.RequestIdHandler;
import dev.seedance.mock.journal.Journal;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The steps of every request before its route, and of every response after it.
 *
 * <p>One filter takes all paths and calls the steps: Micronaut would match the pattern of each
 * further filter with each path.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallFilter {

  private static final String API = "/v1/";
  private static final String GENERATIONS = "/v1/videos/generations";
  private static final String CONTROL = "/_mock/";

  private final Authentication authentication;
  private final FaultInjector faults;

  CallFilter(Authentication authentication, FaultInjector faults) {
    this.authentication = authentication;
    this.faults = faults;
  }

  @RequestFilter
  @Order(-1_000)
  void onRequest(HttpRequest<?> request) {
    String path = request.getPath();
    if (path.startsWith(API) || path.startsWith(CONTROL)) {
      authentication.admit(request);
    }
    if (path.startsWith(GENERATIONS)) {
      RateLimiting.count(request);
    }
  }

  /** Completes the response. Wraps {@link #onRequest}, whose refusal is a response too. */
  @ResponseFilter
  @Order(-2_000)
  void onResponse(HttpRequest<?> request, MutableHttpResponse<?> response) {
    CallContext.find(request).ifPresent(call -> onResponse(call, request, response));
  }

  private void onResponse(
      CallContext call, HttpRequest<?> request, MutableHttpResponse<?> response) {
    var sandbox = call.sandbox();
    Consumer<MutableHttpResponse<?>> onRefusal =
        refused -> RateLimiting.addRefusalHeaders(call, request, refused);
    faults.inject(call.faults(), sandbox, request, response, onRefusal);
    RateLimiting.addHeaders(call, response);
    String requestId = sandbox.nextRequestId();
    response.header(RequestIdHandler.HEADER, requestId);
    if (request.getPath().startsWith(API)) {
      Instant now = sandbox.clock().instant();
      sandbox.get(Journal.class).record(now, request, response.code(), requestId);
    }
  }
}
