package dev.seedance.mock.http.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Copies the head and the body of a short response into one buffer.
 *
 * <p>The codec writes them one by one, and the system call that sends two buffers takes longer than
 * copying a few hundred bytes.
 */
final class OnePiece extends ChannelOutboundHandlerAdapter {

  /** The longest response that is copied, in bytes. */
  private static final int SHORT = 1_024;

  /** The bytes that were written and not passed on yet: a flush always follows. */
  private @Nullable ByteBuf held;

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    ByteBuf head = held;
    if (!promise.isVoid() || !(message instanceof ByteBuf part)) {
      passOn(context);
      var unused = context.write(message, promise);
    } else if (head == null) {
      held = part;
    } else if (head.readableBytes() + part.readableBytes() <= SHORT) {
      held = context.alloc().ioBuffer(SHORT).writeBytes(head).writeBytes(part);
      head.release();
      part.release();
    } else {
      passOn(context);
      held = part;
    }
  }

  private void passOn(ChannelHandlerContext context) {
    ByteBuf whole = held;
    if (whole != null) {
      held = null;
      var unused = context.write(whole, context.voidPromise());
    }
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    passOn(context);
    context.flush();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (held != null) {
      held.release();
      held = null;
    }
  }
}
