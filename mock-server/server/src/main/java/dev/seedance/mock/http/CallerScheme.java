package dev.seedance.mock.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * The scheme of the URL that a caller has called: {@code https} if the request came by TLS to this
 * server, or to the one that has passed it on.
 */
public final class CallerScheme {

  private static final String HTTP = "http";

  /** The scheme of a request that came by TLS. */
  public static final String HTTPS = "https";

  /** On the connection, or the stream, of the request; absent for HTTP. */
  private static final AttributeKey<String> SCHEME = AttributeKey.valueOf("seedance-mock-scheme");

  private CallerScheme() {}

  /** Returns the scheme of a request. */
  public static String of(HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> netty
        ? of(netty.getChannelHandlerContext().channel())
        : HTTP;
  }

  /** Returns the scheme of the requests that are read from a channel at present. */
  public static String of(Channel channel) {
    String scheme = channel.attr(SCHEME).get();
    return scheme == null ? HTTP : scheme;
  }

  /**
   * Sets the scheme of the requests that are read from a channel from now on.
   *
   * @param scheme anything but {@code https} counts as {@code http}
   */
  public static void set(Channel channel, @Nullable String scheme) {
    channel.attr(SCHEME).set(HTTPS.equals(scheme) ? HTTPS : HTTP);
  }
}
