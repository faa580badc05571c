package dev.seedance.mock.webhook;

import dev.seedance.mock.generation.Callback;
import dev.seedance.spec.http.HttpUrl;

/**
 * A receiver's URL in its parts.
 *
 * @param host as {@link HttpUrl#normalHost} makes it
 * @param port the URL's, or that of its scheme
 * @param tls true for https
 * @param hostHeader the host as the URL has it, with its port if it has one
 * @param path path and query, never empty
 */
record Target(String host, int port, boolean tls, String hostHeader, String path) {

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if the validator refuses it as a {@code callback_url}
   */
  static Target parse(String text) {
    HttpUrl url = Callback.requireUrl(text);
    return new Target(url.host(), url.port(), url.isSecure(), url.hostHeader(), url.target());
  }
}
