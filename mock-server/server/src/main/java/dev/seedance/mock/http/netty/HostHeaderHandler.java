package dev.seedance.mock.http.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;

/**
 * Refuses requests from this machine that were meant for another: see {@link DnsRebindingGuard}.
 * Each connection has its own.
 */
final class HostHeaderHandler extends ChannelInboundHandlerAdapter {

  private final DnsRebindingGuard guard;
  private String known = "";
  private boolean refused;

  HostHeaderHandler(DnsRebindingGuard guard) {
    this.guard = guard;
  }

  /** Tells if a connection is checked: a network may have a name of its own for the server. */
  static boolean concerns(Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress local
        && local.getAddress().isLoopbackAddress();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request && isForAnother(request)) {
      refused = true;
      String host = request.headers().get(HttpHeaderNames.HOST);
      ReferenceCountUtil.release(message);
      context
          .writeAndFlush(EarlyRefusals.forAnother(request.uri(), host))
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    context.fireChannelRead(message);
  }

  /** Checks the Host header, unless it is the one that the connection used last. */
  private boolean isForAnother(HttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST);
    if (host == null || host.equals(known)) {
      return false;
    }
    if (!guard.include(host)) {
      return true;
    }
    known = host;
    return false;
  }
}
