package dev.seedance.mock.routing;

import dev.seedance.mock.fault.FaultInjector;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.ErrorResponses;
import dev.seedance.mock.http.OriginPolicy;
import dev.seedance.mock.http.RequestCounts;
import dev.seedance.mock.http.netty.Exchange;
import dev.seedance.mock.http.netty.RequestIds;
import dev.seedance.mock.journal.Journal;
import dev.seedance.mock.log.LogOutput;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.time.ClockSetting;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.cors.CorsFilter;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The steps of every request before its route, and of every response after it.
 *
 * <p>One filter takes all paths and calls the steps: Micronaut would match the pattern of each
 * further filter with each path. It takes the place of Micronaut's filter of origins, which judges
 * by rules of its own: see {@link OriginPolicy}.
 */
@Replaces(CorsFilter.class)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallFilter {

  private static final String API = "/v1/";

  /** Other names of paths of the API. */
  private static final Set<String> SHORT_PATHS = Set.of("/balance", "/user/balance");

  private static final String GENERATIONS = "/v1/videos/generations";
  private static final String CONTROL = "/_mock/";

  /** Tells a client that polls advance the clock, so that it need not wait between them. */
  private static final String CLOCK = "Seedance-Mock-Clock";

  private final OriginPolicy origins;
  private final Authentication authentication;
  private final FaultInjector faults;
  private final Sandboxes sandboxes;
  private final RequestCounts counts;

  CallFilter(
      OriginPolicy origins,
      Authentication authentication,
      FaultInjector faults,
      Sandboxes sandboxes,
      RequestCounts counts) {
    this.origins = origins;
    this.authentication = authentication;
    this.faults = faults;
    this.sandboxes = sandboxes;
    this.counts = counts;
    LogOutput.use(new RequestLogFields());
  }

  @RequestFilter
  @Order(-1_000)
  @Nullable HttpResponse<?> onRequest(HttpRequest<?> request) {
    try {
      return admitted(request);
    } catch (ApiException refusal) { // thrown further, it would cost more than a poll
      return ErrorResponses.of(request, refusal);
    }
  }

  /** Returns null to let the request go on to its route. */
  private @Nullable HttpResponse<?> admitted(HttpRequest<?> request) {
    String path = request.getPath();
    if (!origins.admits(request)) {
      throw foreign(request.getHeaders().get(HttpHeaders.ORIGIN));
    }
    if (Preflight.is(request)) {
      return Preflight.grant(request);
    }
    if (isApi(path) || path.startsWith(CONTROL)) {
      authentication.admit(request);
    }
    if (path.startsWith(GENERATIONS)) {
      RateLimiting.count(request);
    }
    return null;
  }

  private static boolean isApi(String path) {
    return path.startsWith(API) || SHORT_PATHS.contains(path);
  }

  private static ApiException foreign(@Nullable String origin) {
    return new ApiException(
        ErrorCode.ORIGIN_NOT_ALLOWED,
        "pages of the origin '%s' may not call the mock server; name it with --cors-origin"
            .formatted(origin));
  }

  /** Completes the response. Wraps {@link #onRequest}, whose refusal is a response too. */
  @ResponseFilter
  @Order(-2_000)
  void onResponse(HttpRequest<?> request, MutableHttpResponse<?> response) {
    CallContext.find(request).ifPresent(call -> onResponse(call, request, response));
    counts.count(request, response.code());
  }

  private void onResponse(
      CallContext call, HttpRequest<?> request, MutableHttpResponse<?> response) {
    var sandbox = call.sandbox();
    Consumer<MutableHttpResponse<?>> onRefusal =
        refused -> RateLimiting.addRefusalHeaders(call, request, refused);
    faults.inject(call.faults(), sandbox, request, response, onRefusal);
    RateLimiting.addHeaders(call, response);
    String requestId = call.requestId();
    response.header(RequestIds.HEADER, requestId);
    if (isApi(request.getPath())) {
      if (sandbox.clock().setting().mode() == ClockSetting.Mode.AUTO) {
        response.header(CLOCK, "auto");
      }
      Instant now = sandbox.clock().instant();
      sandbox.get(Journal.class).record(now, request, response.code(), requestId);
    }
    sandboxes.fitIntoMemory();
    holdUntilStored(request, sandbox.changes().stored());
  }

  /** Holds the response until all that it may tell of is stored; a 503 takes its place if not. */
  private static void holdUntilStored(HttpRequest<?> request, CompletableFuture<Void> stored) {
    if (stored.isDone() && !stored.isCompletedExceptionally()) {
      return;
    }
    Exchange.of(request)
        .ifPresent(
            exchange -> {
              exchange.delay();
              var unused =
                  stored.whenComplete(
                      (done, failure) -> {
                        if (failure == null) {
                          exchange.release();
                        } else {
                          exchange.unavailable(String.valueOf(failure.getMessage()));
                        }
                      });
            });
  }
}
