package dev.seedance.mock.connection;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.math.BigInteger;

/**
 * Refuses bodies that no route takes, before anything of them is kept.
 *
 * <p>Most clients read an answer only after they have sent everything. So a body that says it is
 * too long is read and dropped, then refused; one that is absurdly long, or has not said how long
 * it is, ends the connection. What a route takes at most, such as 1 MiB of JSON, is checked further
 * up.
 */
public final class BodyLimit extends ChannelInboundHandlerAdapter {

  /** The largest body of all in bytes: the largest upload, and the form around it. */
  public static final int MAX = 51 << 20;

  private static final long MAX_DROPPED = 4L * MAX;
  private static final int DIGITS_OF_MAX = Integer.toString(MAX).length();

  private long seen;
  private boolean dropping;
  private String path = "";

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      seen = 0;
      path = request.uri();
      dropping = request.decoderResult().isSuccess() && saysMore(request);
    }
    if (message instanceof HttpContent content) {
      seen += content.content().readableBytes();
    }
    if (!dropping && seen <= MAX) {
      context.fireChannelRead(message);
      return;
    }
    ReferenceCountUtil.release(message);
    if (!dropping || seen > MAX_DROPPED) {
      var unused = context.close();
    } else if (message instanceof LastHttpContent || expectsContinue(message)) {
      context.writeAndFlush(Refusals.tooLarge(path, MAX)).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private static boolean saysMore(HttpRequest request) {
    String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH, "");
    return length.length() >= DIGITS_OF_MAX
        && length.chars().allMatch(Character::isDigit)
        && new BigInteger(length).compareTo(BigInteger.valueOf(MAX)) > 0;
  }

  private static boolean expectsContinue(Object message) {
    return message instanceof HttpRequest request && HttpUtil.is100ContinueExpected(request);
  }
}
