package dev.seedance.mock.routing;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ApiKeys;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.SandboxNeed;
import dev.seedance.mock.sandbox.SandboxNotOpenException;
import dev.seedance.mock.sandbox.Sandboxes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Finds the sandbox of the bearer key and begins the {@link CallContext} of the request.
 *
 * <p>The health check needs no key, so that a script can wait for the server, and neither do the
 * probes. The view of the cluster needs one, and no sandbox: each server tells of itself.
 */
@Singleton
final class Authentication {

  private final Sandboxes sandboxes;
  private final ApiKeys keys;

  Authentication(Sandboxes sandboxes, ApiKeys keys) {
    this.sandboxes = sandboxes;
    this.keys = keys;
  }

  /**
   * Admits a caller.
   *
   * @throws ApiException 401 if the request has no key, or an unknown one; 503 if its sandbox has
   *     moved to another server
   */
  void admit(HttpRequest<?> request) {
    SandboxNeed need = SandboxNeed.of(request.getPath());
    if (need == SandboxNeed.OPEN) {
      return;
    }
    try {
      String key = keys.welcome(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
      if (need != SandboxNeed.NEVER) {
        CallContext.begin(request, sandboxes.ofKey(key));
      }
    } catch (ApiException refusal) {
      if (need != SandboxNeed.IF_THERE) {
        throw refusal;
      }
    } catch (SandboxNotOpenException e) {
      if (need != SandboxNeed.IF_THERE) {
        throw new ApiException(ErrorCode.RATE_LIMIT_UNAVAILABLE, String.valueOf(e.getMessage()));
      }
    }
  }
}
