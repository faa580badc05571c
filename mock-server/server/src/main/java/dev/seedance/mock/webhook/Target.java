package dev.seedance.mock.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A receiver's URL in its parts.
 *
 * @param host without the brackets of an IPv6 address, in lower case
 * @param port the URL's, or that of its scheme
 * @param tls true for https
 * @param hostHeader the host as the URL has it, with its port if it has one
 * @param path path and query, never empty
 */
record Target(String host, int port, boolean tls, String hostHeader, String path) {

  private static final int MAX_LENGTH = 2_048;

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if it is no absolute http or https URL, or carries user info
   *     or a fragment
   */
  static Target parse(String url) {
    URI uri = uri(url);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https");
    if ((!tls && !scheme.equals("http")) || uri.getHost() == null) {
      throw new IllegalArgumentException("a webhook URL must be absolute, http or https");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a webhook URL has no user info and no fragment");
    }
    int port = uri.getPort() == -1 ? (tls ? 443 : 80) : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " of a webhook URL is not 1 to 65535");
    }
    return new Target(normalHost(uri.getHost()), port, tls, uri.getRawAuthority(), path(uri));
  }

  private static URI uri(String url) {
    if (url.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a webhook URL has at most " + MAX_LENGTH + " characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(url)) {
      throw new IllegalArgumentException("a webhook URL can't hold half a surrogate pair");
    }
    try {
      return new URI(new URI(url).toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL, from character " + e.getIndex(), e);
    }
  }

  /** Returns a host in lower case, without brackets and without the dot of an absolute name. */
  static String normalHost(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]?\\.?$", "");
  }

  private static String path(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
