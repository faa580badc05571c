package dev.seedance.mock.http.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;

/** The ends of a connection that a scenario injects; the responses before are sent whole. */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
public final class BrokenResponse {

  /** Asks the server that has passed a request on to reset the connection of its caller. */
  private static final String RESET = "Seedance-Mock-Cluster-Reset";

  private BrokenResponse() {}

  /** Returns true if another server asks to reset the connection in place of its response. */
  public static boolean isAskedFor(HttpResponse response) {
    return response.headers().contains(RESET);
  }

  /** Has the server that has passed the request on reset the connection of its caller. */
  static void askForReset(ChannelHandlerContext context, Object part) {
    ReferenceCountUtil.release(part);
    var response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_GATEWAY);
    response
        .headers()
        .set(RESET, "true")
        .set(HttpHeaderNames.CONTENT_LENGTH, 0)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  /** Resets the connection in place of a response. */
  static void reset(ChannelHandlerContext context, Object part) {
    ReferenceCountUtil.release(part);
    context
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
              withoutTls(context).close();
            });
  }

  /** Returns the side of the socket: TLS would say a proper goodbye before the reset. */
  private static ChannelHandlerContext withoutTls(ChannelHandlerContext context) {
    ChannelHandlerContext tls = context.pipeline().context(SslHandler.class);
    return tls == null ? context : tls;
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
