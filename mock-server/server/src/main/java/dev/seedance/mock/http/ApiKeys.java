package dev.seedance.mock.http;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are welcome: every key that is not empty, unless the options name the keys. The
 * only place that reads the header {@code Authorization}.
 */
@Singleton
public final class ApiKeys {

  private static final String SCHEME = "Bearer ";

  private final Set<String> named;

  ApiKeys(OptionValues options) {
    this.named = Set.copyOf(options.get(MockOptions.API_KEYS));
  }

  /**
   * Returns the key of a request.
   *
   * @param authorization the header; null if the request has none
   * @throws ApiException 401 if there is no key, or an unknown one
   */
  public String welcome(@Nullable String authorization) {
    if (authorization == null) {
      throw refusal("no API key; send the header 'Authorization: Bearer <key>'");
    }
    String key = key(authorization);
    if (key.isEmpty()) {
      throw refusal("the Authorization header holds no key; expected 'Bearer <key>'");
    }
    if (!isWelcome(key)) {
      throw refusal(
          "this API key is unknown; use one that the server was started with (--api-key)");
    }
    return key;
  }

  /** Returns the key of a request; null if there is no key, or an unknown one. */
  public @Nullable String find(@Nullable String authorization) {
    String key = authorization == null ? "" : key(authorization);
    return !key.isEmpty() && isWelcome(key) ? key : null;
  }

  private boolean isWelcome(String key) {
    return named.isEmpty() || named.contains(key);
  }

  private static String key(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : "";
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.UNAUTHORIZED, message);
  }
}
