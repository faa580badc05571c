package dev.seedance.mock.connection;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

/** Answers the first request of a connection that is one too many, and ends it. */
final class Admission extends ChannelInboundHandlerAdapter {

  private final int max;

  Admission(int max) {
    this.max = max;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
    if (message instanceof HttpRequest) {
      context
          .writeAndFlush(Refusals.tooManyConnections(max))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }
}
