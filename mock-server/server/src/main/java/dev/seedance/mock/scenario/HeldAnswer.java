package dev.seedance.mock.scenario;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Holds back what is written to one connection until it is let go. No thread waits; the connection
 * reads no further request meanwhile, because its answer is not out.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told how a write ended
final class HeldAnswer extends ChannelOutboundHandlerAdapter {

  private final Channel channel;
  private final Queue<Object> held = new ArrayDeque<>(); // touched by the event loop alone

  private HeldAnswer(Channel channel) {
    this.channel = channel;
  }

  /** Holds the next answer of a connection. */
  static HeldAnswer prepare(Channel channel) {
    var answer = new HeldAnswer(channel);
    channel.pipeline().addFirst(answer);
    return answer;
  }

  /** Lets it go; more than once does nothing. */
  void letGo() {
    channel
        .eventLoop()
        .execute(
            () -> {
              if (channel.pipeline().context(this) != null) {
                channel.pipeline().remove(this);
              }
            });
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    held.add(message);
    promise.trySuccess();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    for (Object message = held.poll(); message != null; message = held.poll()) {
      if (channel.isActive()) {
        context.write(message, context.voidPromise());
      } else {
        ReferenceCountUtil.release(message);
      }
    }
    context.flush();
  }
}
