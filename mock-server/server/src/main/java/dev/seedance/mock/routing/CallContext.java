package dev.seedance.mock.routing;

import dev.seedance.mock.limit.RateLimiter;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.Fault;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that travels with a request of an admitted caller: the sandbox, the verdict of the rate
 * limiter, and the faults of the response.
 */
public final class CallContext {

  private static final String ATTRIBUTE = "seedance.call";

  private final Sandbox sandbox;
  private RateLimiter.@Nullable Verdict verdict;
  private List<Fault.OfResponse> faults = List.of();
  private @Nullable String requestId;

  private CallContext(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Admits a caller. */
  static void begin(HttpRequest<?> request, Sandbox sandbox) {
    request.setAttribute(ATTRIBUTE, new CallContext(sandbox));
  }

  /** Returns the context of a request; empty if its caller was not admitted. */
  static Optional<CallContext> find(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE).map(CallContext.class::cast);
  }

  /** Returns the context of a request whose caller was admitted. */
  public static CallContext of(HttpRequest<?> request) {
    return find(request).orElseThrow();
  }

  /** Returns the caller's sandbox. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** Returns the id of the request, which is drawn when it is first asked for. */
  String requestId() {
    String drawn = requestId;
    if (drawn == null) {
      drawn = sandbox.nextRequestId();
      requestId = drawn;
    }
    return drawn;
  }

  /** Injects faults into the response. */
  public void inject(List<Fault.OfResponse> injected) {
    faults = injected;
  }

  List<Fault.OfResponse> faults() {
    return faults;
  }

  Optional<RateLimiter.Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  void setVerdict(RateLimiter.Verdict counted) {
    verdict = counted;
  }
}
