package dev.seedance.mock.testkit;

import java.net.URI;
import java.net.URISyntaxException;

/** An absolute URL that HTTP can call. */
final class HttpAddress {

  private HttpAddress() {}

  /**
   * Returns the URL without the blanks around it.
   *
   * @param noun what it is the address of, for the message
   * @param example a right one, for the message
   * @throws IllegalArgumentException when it is not an absolute one of HTTP
   */
  static String require(String noun, String text, String example) {
    String url = text.strip();
    if (!url.matches("(?i)https?://[^/].*") || !hasHost(url)) {
      throw new IllegalArgumentException(
          "the %s is '%s', expected an absolute URL such as %s".formatted(noun, text, example));
    }
    return url;
  }

  private static boolean hasHost(String url) {
    try {
      return new URI(url).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
