package dev.seedance.mock.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/**
 * Finds the address at which a caller reached the server, so that the URLs of a response work
 * through a forwarded port or another host name too.
 */
@Singleton
public final class CallerOrigin {

  private static final int MAX_HOST = 255;
  private static final String HOST_PUNCTUATION = ".:[]_-";

  private final Provider<EmbeddedServer> server;

  CallerOrigin(Provider<EmbeddedServer> server) {
    this.server = server;
  }

  /** Returns the address that the caller used, such as {@code http://127.0.0.1:8080}. */
  public String of(HttpRequest<?> request) {
    return "http://".concat(host(request));
  }

  private String host(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null && isHost(host)
        ? host
        : server.get().getHost() + ":" + server.get().getPort();
  }

  /** Tells if a header is nothing but a name or an address, and so safe to put into a URL. */
  private static boolean isHost(String host) {
    for (int i = 0; i < host.length(); i++) {
      char each = host.charAt(i);
      boolean alphanumeric =
          (each >= 'a' && each <= 'z')
              || (each >= 'A' && each <= 'Z')
              || (each >= '0' && each <= '9');
      if (!alphanumeric && HOST_PUNCTUATION.indexOf(each) < 0) {
        return false;
      }
    }
    return !host.isEmpty() && host.length() <= MAX_HOST;
  }
}
