package dev.seedance.mock.sandbox;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the sandbox of the bearer key and hands it on as the request attribute {@code sandbox}.
 *
 * <p>The health check needs no key, so that a script can wait for the server. Every key that is not
 * empty is welcome, unless the options name the keys.
 */
@Singleton
public final class Authentication {

  private static final String SANDBOX = "sandbox";
  private static final String SCHEME = "Bearer ";

  /** What a script may call before it has a key. */
  private static final Set<String> OPEN_PATHS = Set.of("/_mock/health");

  private final Sandboxes sandboxes;
  private final MockOptions options;

  Authentication(Sandboxes sandboxes, MockOptions options) {
    this.sandboxes = sandboxes;
    this.options = options;
  }

  /**
   * Lets a caller in.
   *
   * @throws ApiException 401 where the call has no key, or one that is not welcome
   */
  public void admit(HttpRequest<?> request) {
    if (OPEN_PATHS.contains(request.getPath())) {
      return;
    }
    String key = key(request.getHeaders());
    if (!options.apiKeys().isEmpty() && !options.apiKeys().contains(key)) {
      throw refusal(
          "this API key is unknown; use one that the server was started with (--api-key)");
    }
    request.setAttribute(SANDBOX, sandboxes.ofKey(key));
  }

  /** The sandbox of an admitted caller; empty where nobody was admitted. */
  public static Optional<Sandbox> caller(HttpRequest<?> request) {
    return request.getAttribute(SANDBOX).map(Sandbox.class::cast);
  }

  private static String key(HttpHeaders headers) {
    String value = headers.get(HttpHeaders.AUTHORIZATION);
    if (value == null) {
      throw refusal("no API key; send the header 'Authorization: Bearer <key>'");
    }
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || value.substring(SCHEME.length()).isBlank()) {
      throw refusal("the Authorization header holds no key; expected 'Bearer <key>'");
    }
    return value.substring(SCHEME.length()).strip();
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.UNAUTHORIZED, message);
  }
}
