package dev.seedance.mock.http.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests from this machine that were meant for another: see {@link DnsRebindingGuard}.
 * Each connection has its own.
 */
final class HostCheck implements RequestCheck {

  private final DnsRebindingGuard guard;
  private String known = "";

  HostCheck(DnsRebindingGuard guard) {
    this.guard = guard;
  }

  /** Tells if a connection is checked: a network may have a name of its own for the server. */
  static boolean concerns(Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress local
        && local.getAddress().isLoopbackAddress();
  }

  /** Checks the Host header, unless it is the one that the connection used last. */
  @Override
  public @Nullable FullHttpResponse refuse(HttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST);
    if (host == null || host.equals(known)) {
      return null;
    }
    if (!guard.include(host)) {
      return EarlyRefusals.forAnother(request.uri(), host);
    }
    known = host;
    return null;
  }
}
