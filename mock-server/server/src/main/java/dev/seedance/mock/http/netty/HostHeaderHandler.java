package dev.seedance.mock.http.netty;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
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
 * One a connection.
 */
final class HostHeaderHandler extends ChannelInboundHandlerAdapter {

  private final DnsRebindingGuard names;
  private String known = "";
  private boolean refused;

  HostHeaderHandler(DnsRebindingGuard names) {
    this.names = names;
  }

  /** Whose connections are checked: whoever comes by a network was let in by name or address. */
  static boolean concerns(Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress local
        && local.getAddress().isLoopbackAddress();
  }

  static DnsRebindingGuard names(OptionValues options) {
    return new DnsRebindingGuard(
        options.get(MockOptions.HOST), options.get(MockOptions.CORS_ORIGINS));
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

  /** The answer for the name that the connection used last is remembered. */
  private boolean isForAnother(HttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST);
    if (host == null || host.equals(known)) {
      return false;
    }
    if (!names.include(host)) {
      return true;
    }
    known = host;
    return false;
  }
}
