package dev.seedance.client.internal;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.http.Requests;
import java.util.Objects;

/**
 * The address of an API: scheme, host, port, and a path if a gateway adds one. Paths of operations
 * are appended to its text, which has no slash at its end.
 *
 * @param url an absolute http or https address
 */
public record BaseUrl(HttpUrl url) {

  /** Refuses an address that no call could be made to, and one that holds a password. */
  public BaseUrl {
    if (url.hasUserInfo()) {
      throw new IllegalArgumentException("the base URL must not hold a user or a password");
    }
    if (url.hasQuery() || url.hasFragment() || url.port() == 0) {
      throw refused(url.toString());
    }
    if (!Requests.canReach(url)) {
      throw new IllegalArgumentException(
          "Java's TLS takes no host such as '%s' of the base URL; expected letters, digits, '-' and '.'"
              .formatted(url.host()));
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is no such address
   */
  public static BaseUrl of(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw refused(text);
    }
    return new BaseUrl(url);
  }

  /** Returns the address of an operation, whose path begins with a slash and may have a query. */
  public HttpUrl resolve(String path) {
    return Objects.requireNonNull(HttpUrl.parse(this + path), path);
  }

  @Override
  public String toString() {
    return url.toString().replaceAll("/+$", "");
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "the base URL must look like https://host or http://host:port, not '%s'"
            .formatted(text.replaceFirst("//.*@", "//***@")));
  }
}
