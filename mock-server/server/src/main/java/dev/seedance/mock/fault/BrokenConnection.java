package dev.seedance.mock.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Ends one connection in place of the next response. This handler is the nearest to the socket,
 * where a response is bytes already.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
final class BrokenConnection extends ChannelOutboundHandlerAdapter {

  /** The point at which the connection ends. */
  enum Point {
    /** A TCP reset before the first byte. */
    BEFORE_THE_RESPONSE,
    /** Half of the last bytes, then the connection is closed. */
    IN_THE_BODY
  }

  private final Point point;
  private final Queue<Object> held = new ArrayDeque<>(); // touched by the event loop alone

  private BrokenConnection(Point point) {
    this.point = point;
  }

  /** Breaks the next response of a connection. */
  static void prepare(Channel channel, Point point) {
    if (channel.pipeline().get(BrokenConnection.class) == null) {
      channel.pipeline().addFirst(new BrokenConnection(point));
    }
  }

  /** Holds the response: the last bytes are not known yet. */
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    held.add(message);
    promise.trySuccess();
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    if (!context.channel().isActive()) {
      releaseAll();
      return;
    }
    switch (point) {
      case BEFORE_THE_RESPONSE -> {
        releaseAll();
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.close();
      }
      case IN_THE_BODY -> {
        for (Object message = held.poll(); message != null; message = held.poll()) {
          context.write(held.isEmpty() ? halved(message) : message, context.voidPromise());
        }
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      }
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    releaseAll();
  }

  private void releaseAll() {
    for (Object message = held.poll(); message != null; message = held.poll()) {
      ReferenceCountUtil.release(message);
    }
  }

  private static Object halved(Object message) {
    if (message instanceof ByteBuf bytes) {
      bytes.writerIndex(bytes.readerIndex() + bytes.readableBytes() / 2);
    }
    return message;
  }
}
