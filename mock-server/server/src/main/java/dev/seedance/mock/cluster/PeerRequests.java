package dev.seedance.mock.cluster;

import dev.seedance.mock.http.CallerScheme;
import dev.seedance.mock.http.netty.HeadRequests;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests that servers pass on to each other, and knows them again by a shared secret.
 *
 * <p>The header {@code Host} names the other server on the way; the one of the caller, and the
 * scheme by which he has called, travel beside it, so that the links of a response are the same.
 */
final class PeerRequests {

  private static final AsciiString SECRET = AsciiString.cached("Seedance-Mock-Cluster");
  private static final String HOST = "Seedance-Mock-Cluster-Host";
  private static final String SCHEME = "Seedance-Mock-Cluster-Scheme";

  /** Headers of one connection (RFC 9110, 7.6.1); the codec needs {@code Transfer-Encoding}. */
  private static final List<String> OF_CONNECTION =
      List.of("Connection", "Keep-Alive", "Proxy-Connection", "TE", "Upgrade");

  private final @Nullable String secret;

  PeerRequests(@Nullable String secret) {
    this.secret = secret;
  }

  /** Returns true if requests are passed on. */
  boolean areAllowed() {
    return secret != null;
  }

  /**
   * Returns the request as the owner of the sandbox gets it.
   *
   * @param caller the connection from which it came
   */
  HttpRequest toPeer(HttpRequest request, Channel caller, String authority) {
    HttpHeaders headers = request.headers().copy();
    for (String named : headers.getAll(HttpHeaderNames.CONNECTION)) {
      for (String name : named.split(",", -1)) {
        if (!name.isBlank()) {
          headers.remove(name.strip());
        }
      }
    }
    OF_CONNECTION.forEach(headers::remove);
    String host = headers.get(HttpHeaderNames.HOST);
    if (host != null) {
      headers.set(HOST, host);
    }
    headers.set(HttpHeaderNames.HOST, authority);
    headers.set(SCHEME, CallerScheme.of(caller));
    headers.set(SECRET, String.valueOf(secret));
    return new DefaultHttpRequest(
        HttpVersion.HTTP_1_1,
        HttpMethod.valueOf(HeadRequests.methodOf(request)),
        request.uri(),
        headers);
  }

  /**
   * Makes the caller's request of one that another server has passed on, and removes the headers of
   * this class from any other.
   *
   * @param connection learns the scheme of the caller's request
   * @return true if another server has passed it on
   */
  boolean fromPeer(HttpRequest request, Channel connection) {
    HttpHeaders headers = request.headers();
    String shown = headers.get(SECRET);
    if (shown == null) {
      return false;
    }
    String host = headers.get(HOST);
    String scheme = headers.get(SCHEME);
    headers.remove(SECRET).remove(HOST).remove(SCHEME);
    boolean known = secret != null && MessageDigest.isEqual(bytes(shown), bytes(secret));
    if (known) {
      CallerScheme.set(connection, scheme);
    }
    if (known && host == null) {
      headers.remove(HttpHeaderNames.HOST);
    } else if (known) {
      headers.set(HttpHeaderNames.HOST, host);
    }
    return known;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
