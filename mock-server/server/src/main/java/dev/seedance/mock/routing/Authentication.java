package dev.seedance.mock.routing;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandboxes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Finds the sandbox of the bearer key and begins the {@link CallContext} of the request.
 *
 * <p>The health check needs no key, so that a script can wait for the server. Every key that is not
 * empty is accepted, unless the options name the keys.
 */
@Singleton
final class Authentication {

  private static final String SCHEME = "Bearer ";

  /** The paths that a script may call before it has a key; one that it has finds its sandbox. */
  private static final Set<String> OPEN_PATHS = Set.of("/_mock/health");

  private final Sandboxes sandboxes;
  private final Set<String> apiKeys;

  Authentication(Sandboxes sandboxes, OptionValues options) {
    this.sandboxes = sandboxes;
    this.apiKeys = Set.copyOf(options.get(MockOptions.API_KEYS));
  }

  /**
   * Admits a caller.
   *
   * @throws ApiException 401 if the request has no key, or an unknown one
   */
  void admit(HttpRequest<?> request) {
    try {
      CallContext.begin(request, sandboxes.ofKey(welcomeKey(request.getHeaders())));
    } catch (ApiException refusal) {
      if (!OPEN_PATHS.contains(request.getPath())) {
        throw refusal;
      }
    }
  }

  private String welcomeKey(HttpHeaders headers) {
    String key = key(headers);
    if (!apiKeys.isEmpty() && !apiKeys.contains(key)) {
      throw refusal(
          "this API key is unknown; use one that the server was started with (--api-key)");
    }
    return key;
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
