package dev.seedance.client.internal;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The address of an API: scheme, host, port, and a path if a gateway adds one. Paths of operations
 * are appended to its text, which has no slash at its end.
 *
 * @param uri an absolute http or https address
 */
public record BaseUrl(URI uri) {

  private static final int LAST_PORT = 65_535;

  /** Refuses an address that no call could be made to, and one that holds a password. */
  public BaseUrl {
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the base URL must not hold a user or a password");
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean port = uri.getPort() != 0 && uri.getPort() <= LAST_PORT;
    boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (!http || uri.getHost() == null || !port || !bare) {
      throw refused(uri.toString());
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is no such address
   */
  public static BaseUrl of(String text) {
    try {
      return new BaseUrl(new URI(text));
    } catch (URISyntaxException e) {
      throw refused(text); // without the cause, which would quote a password
    }
  }

  @Override
  public String toString() {
    return uri.toString().replaceAll("/+$", "");
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "the base URL must look like https://host or http://host:port, not '%s'"
            .formatted(text.replaceFirst("//.*@", "//***@")));
  }
}
