package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/** Refuses the first request of a connection that is one too many, and closes it. */
final class ConnectionLimitHandler extends ChannelInboundHandlerAdapter {

  private final int max;

  ConnectionLimitHandler(int max) {
    this.max = max;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
    if (message instanceof HttpRequest) {
      context
          .writeAndFlush(EarlyRefusals.tooManyConnections(max))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }
}
