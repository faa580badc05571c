package dev.seedance.mock.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Finds the address at which a caller reached the server, so that the URLs of a response work
 * through a forwarded port or another host name too.
 */
@Singleton
public final class CallerOrigin {

  /** A name or an address alone, which is safe in a URL. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

  private record Checked(String host, String origin) {}

  private final Provider<EmbeddedServer> server;

  /** The host that was checked last: most callers use the same one. */
  private volatile Checked last = new Checked("", "");

  CallerOrigin(Provider<EmbeddedServer> server) {
    this.server = server;
  }

  /** Returns the address that the caller used, such as {@code http://127.0.0.1:8080}. */
  public String of(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    Checked checked = last;
    if (checked.host().equals(host)) {
      return checked.origin();
    }
    if (host == null || !HOST.matcher(host).matches()) {
      return "http://" + server.get().getHost() + ":" + server.get().getPort();
    }
    String origin = "http://" + host;
    last = new Checked(host, origin);
    return origin;
  }
}
