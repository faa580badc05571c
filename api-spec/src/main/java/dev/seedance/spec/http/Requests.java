package dev.seedance.spec.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;

/**
 * Starts requests of {@link java.net.http} to any {@link HttpUrl}.
 *
 * <p>That client refuses a URL whose host {@link URI} does not know, such as {@code
 * http://order_service:8080} of a Docker network. Such a name is looked up here and the request
 * goes to its address. The header Host keeps the name if the JVM allows it: see {@link
 * #allowHostHeader}.
 */
public final class Requests {

  /** Finds the address of a host. */
  @FunctionalInterface
  interface Resolver {
    InetAddress resolve(String host) throws UnknownHostException;
  }

  private static final String ALLOWED_HEADERS = "jdk.httpclient.allowRestrictedHeaders";

  private Requests() {}

  /**
   * Lets requests name their Host. For the first line of a program: the JVM reads the setting once.
   */
  public static void allowHostHeader() {
    String present = System.getProperty(ALLOWED_HEADERS, "");
    System.setProperty(ALLOWED_HEADERS, present.isEmpty() ? "host" : present + ",host");
  }

  /**
   * Returns true if requests can be made to a host of this name. TLS is the limit: Java checks no
   * certificate against a name that it does not take for a host.
   */
  public static boolean canReach(HttpUrl url) {
    return !url.isSecure() || isKnownToUri(url);
  }

  /**
   * Starts a request. Looks a host up only if {@link URI} does not know its name.
   *
   * @throws ConnectException if such a name has no address
   * @throws IOException if the host cannot be reached over TLS by this name
   */
  public static HttpRequest.Builder to(HttpUrl url) throws IOException {
    return to(url, InetAddress::getByName);
  }

  static HttpRequest.Builder to(HttpUrl url, Resolver resolver) throws IOException {
    if (isKnownToUri(url)) {
      return HttpRequest.newBuilder(url.uri());
    }
    if (url.isSecure()) {
      throw new IOException(
          "Java's TLS takes no host such as '%s'; expected letters, digits, '-' and '.'"
              .formatted(url.host()));
    }
    InetAddress address = lookedUp(url.host(), resolver);
    String literal = address.getHostAddress();
    String host = address instanceof Inet6Address ? "[" + literal + "]" : literal;
    var request =
        HttpRequest.newBuilder(
            URI.create("http://%s:%d%s".formatted(host, url.port(), url.target())));
    try {
      return request.header("Host", url.hostHeader());
    } catch (IllegalArgumentException e) {
      return request; // the JVM does not allow it: Host is the address
    }
  }

  private static InetAddress lookedUp(String host, Resolver resolver) throws ConnectException {
    try {
      return resolver.resolve(host);
    } catch (UnknownHostException e) {
      var failure = new ConnectException("no address is known for '" + host + "'");
      failure.initCause(e);
      throw failure;
    }
  }

  private static boolean isKnownToUri(HttpUrl url) {
    try {
      return url.uri().getHost() != null;
    } catch (IllegalArgumentException e) {
      return false; // brackets without an IPv6 address
    }
  }
}
