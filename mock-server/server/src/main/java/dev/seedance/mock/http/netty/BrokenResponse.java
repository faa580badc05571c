package dev.seedance.mock.http.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;

/** The ends of a connection that a scenario injects; the responses before are sent whole. */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
final class BrokenResponse {

  private BrokenResponse() {}

  /** Resets the connection in place of a response. */
  static void reset(ChannelHandlerContext context, Object part) {
    ReferenceCountUtil.release(part);
    context
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
              context.close();
            });
  }

  /**
   * Sends the head of a response as it is and half of the first bytes of its body.
   *
   * @return true if the connection is closed; false if the part is a head without a body
   */
  static boolean cut(ChannelHandlerContext context, Object part) {
    if (part instanceof HttpResponse head) {
      var alone = new DefaultHttpResponse(head.protocolVersion(), head.status(), head.headers());
      context.write(alone, context.voidPromise());
    }
    if (part instanceof HttpContent content) {
      ByteBuf half = content.content().readRetainedSlice(content.content().readableBytes() / 2);
      context.writeAndFlush(new DefaultHttpContent(half)).addListener(ChannelFutureListener.CLOSE);
    }
    ReferenceCountUtil.release(part);
    return part instanceof HttpContent;
  }
}
