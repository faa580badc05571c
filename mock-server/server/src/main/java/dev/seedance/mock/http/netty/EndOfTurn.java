package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Sends what was written on one connection when its event loop has read all that has arrived on the
 * others.
 *
 * <p>An answer that is sent at once wakes its reader, who asks again and goes back to sleep before
 * the next one is ready; each waking takes longer than the answer itself. Those of one turn of the
 * loop wake it once. A loop that serves a single connection has nothing to wait for.
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

  /** What was to be sent is sent before the end. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    flushIfDue(context);
    var unused = context.close(promise);
  }

  private void flushIfDue(ChannelHandlerContext context) {
    if (due) {
      due = false;
      context.flush();
    }
  }
}
