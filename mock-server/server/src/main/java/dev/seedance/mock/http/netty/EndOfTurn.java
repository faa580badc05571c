package dev.seedance.mock.http.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Sends the responses of one connection when its event loop has read all that has arrived on the
 * others.
 *
 * <p>A response that is sent at once wakes its client, which sends the next request and sleeps
 * again before the next response is ready. Waking takes longer than the response itself. The
 * responses of one turn of the loop wake the client once. A loop with a single connection delays
 * nothing.
 */
final class EndOfTurn extends ChannelOutboundHandlerAdapter {

  private boolean due;

  @Override
  public void flush(ChannelHandlerContext context) {
    if (!due) {
      due = true;
      context.executor().execute(() -> flushIfDue(context));
    }
  }

  /** Closes the connection when its client has read what was written. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    flushIfDue(context);
    ChannelOutboundBuffer rest = context.channel().unsafe().outboundBuffer();
    if (rest == null || rest.isEmpty()) {
      var unused = context.close(promise);
    } else {
      context
          .writeAndFlush(Unpooled.EMPTY_BUFFER)
          .addListener(
              written -> {
                var unused = context.close(promise);
              });
    }
  }

  private void flushIfDue(ChannelHandlerContext context) {
    if (due) {
      due = false;
      context.flush();
    }
  }
}
