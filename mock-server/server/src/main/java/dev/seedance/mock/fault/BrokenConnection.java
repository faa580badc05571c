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
 * Ends one connection in place of the next response. Stands nearest to the socket, where a response
 * is bytes already.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told how a write ended
final class BrokenConnection extends ChannelOutboundHandlerAdapter {

  /** The point at which the connection ends. */
  enum Break {
    /** A TCP reset, and not one byte. */
    BEFORE_THE_RESPONSE,
    /** Half of the last bytes, then the connection is closed. */
    IN_THE_BODY
  }

  private final Break where;
  private final Queue<Object> kept = new ArrayDeque<>(); // touched by the event loop alone

  private BrokenConnection(Break where) {
    this.where = where;
  }

  /** Breaks the next response of a connection. */
  static void prepare(Channel channel, Break where) {
    if (channel.pipeline().get(BrokenConnection.class) == null) {
      channel.pipeline().addFirst(new BrokenConnection(where));
    }
  }

  /** Keeps the response back: it is not known yet which bytes are the last. */
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    kept.add(message);
    promise.trySuccess();
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    if (!context.channel().isActive()) {
      releaseAll();
      return;
    }
    switch (where) {
      case BEFORE_THE_RESPONSE -> {
        releaseAll();
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.close();
      }
      case IN_THE_BODY -> {
        for (Object message = kept.poll(); message != null; message = kept.poll()) {
          context.write(kept.isEmpty() ? halved(message) : message, context.voidPromise());
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
    for (Object message = kept.poll(); message != null; message = kept.poll()) {
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
