package dev.seedance.mock.http;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.spec.http.HttpUrl;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address at which a caller reached the server, so that the URLs of a response work
 * through a forwarded port, another host name or a proxy too.
 *
 * <p>The option {@code --public-url} decides. Without it the headers of a proxy do, if the server
 * was told to trust them; else the header {@code Host}, and the scheme by which the request came.
 */
@Singleton
public final class CallerOrigin {

  /** A name or an address alone, which is safe in a URL. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

  private static final Pattern ORIGIN = Pattern.compile("^[a-zA-Z]+://[^/]*");

  private record Checked(String scheme, String host, String origin) {}

  private final Provider<EmbeddedServer> server;
  private final @Nullable String publicUrl;
  private final boolean trustForwarded;

  /** The host that was checked last: most callers use the same one. */
  private volatile Checked last = new Checked("", "", "");

  CallerOrigin(Provider<EmbeddedServer> server, OptionValues options) {
    HttpUrl url = options.get(MockOptions.PUBLIC_URL);
    this.server = server;
    this.publicUrl = url == null ? null : url.toString().replaceAll("/+$", "");
    this.trustForwarded = options.get(MockOptions.TRUST_FORWARDED);
  }

  /**
   * Returns the address that the caller used, such as {@code http://127.0.0.1:8080} or {@code
   * https://mock.example.com/seedance}. It has no slash at its end.
   */
  public String of(HttpRequest<?> request) {
    if (publicUrl != null) {
      return publicUrl;
    }
    String host = request.getHeaders().get(HttpHeaders.HOST);
    String scheme = CallerScheme.of(request);
    if (trustForwarded) {
      return Forwarded.of(request.getHeaders(), scheme)
          .origin(isSafe(host) ? host : ownHost(request));
    }
    Checked checked = last;
    if (checked.host().equals(host) && checked.scheme().equals(scheme)) {
      return checked.origin();
    }
    if (!isSafe(host)) {
      return scheme + "://" + ownHost(request);
    }
    String origin = scheme + "://" + host;
    last = new Checked(scheme, host, origin);
    return origin;
  }

  /** Returns the path of that address: {@code /} unless a proxy adds a prefix. */
  public String path(HttpRequest<?> request) {
    String path = ORIGIN.matcher(of(request)).replaceFirst("");
    return path.isEmpty() ? "/" : path;
  }

  /** Returns true if an origin of web pages is this address, with any path prefix. */
  boolean isOrigin(String origin, HttpRequest<?> request) {
    String own = of(request).toLowerCase(Locale.ROOT);
    return own.equals(origin) || own.startsWith(origin + "/");
  }

  private String ownHost(HttpRequest<?> request) {
    return Authority.of(server.get().getHost(), request.getServerAddress().getPort());
  }

  private static boolean isSafe(@Nullable String host) {
    return host != null && HOST.matcher(host).matches();
  }
}
