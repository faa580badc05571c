package dev.seedance.mock.http.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Copies the head and the body of a short answer into one buffer.
 *
 * <p>The codec hands them over one by one, and the system call that sends two buffers takes longer
 * than copying a few hundred bytes.
 */
final class OnePiece extends ChannelOutboundHandlerAdapter {

  /** What is sent in one piece at most, in bytes. */
  private static final int SHORT = 1_024;

  /** What was written and not sent on yet: a flush always follows. */
  private @Nullable ByteBuf held;

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    ByteBuf head = held;
    if (!promise.isVoid() || !(message instanceof ByteBuf part)) {
      sendOn(context);
      var unused = context.write(message, promise);
    } else if (head == null) {
      held = part;
    } else if (head.readableBytes() + part.readableBytes() <= SHORT) {
      held = context.alloc().ioBuffer(SHORT).writeBytes(head).writeBytes(part);
      head.release();
      part.release();
    } else {
      sendOn(context);
      held = part;
    }
  }

  private void sendOn(ChannelHandlerContext context) {
    ByteBuf whole = held;
    if (whole != null) {
      held = null;
      var unused = context.write(whole, context.voidPromise());
    }
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    sendOn(context);
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
