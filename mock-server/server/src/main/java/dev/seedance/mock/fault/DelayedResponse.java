package dev.seedance.mock.fault;

import dev.seedance.mock.http.netty.Connections;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Delays the next response of one connection until it is released. No thread waits; the connection
 * reads no further request meanwhile.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
final class DelayedResponse extends ChannelDuplexHandler {

  private final Channel channel;
  private final Queue<Object> held = new ArrayDeque<>(); // touched by the event loop alone

  private DelayedResponse(Channel channel) {
    this.channel = channel;
  }

  /** Delays the next response of a connection. */
  static DelayedResponse prepare(Channel channel) {
    var response = new DelayedResponse(channel);
    channel.pipeline().addFirst(response);
    return response;
  }

  /** Releases the response; does nothing the second time. */
  CompletableFuture<?> release() {
    Runnable removal =
        () -> {
          if (channel.pipeline().context(this) != null) {
            channel.pipeline().remove(this);
          }
        };
    channel.eventLoop().execute(removal);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    held.add(message);
    promise.trySuccess();
  }

  /** Responds with an error in place of the response when the server stops. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == Connections.Event.STOPPING && !held.isEmpty()) {
      ByteBuf refusal = StoppedResponse.inPlaceOf(held.peek());
      for (Object message = held.poll(); message != null; message = held.poll()) {
        ReferenceCountUtil.release(message);
      }
      context.writeAndFlush(refusal).addListener(ChannelFutureListener.CLOSE);
    }
    context.fireUserEventTriggered(event);
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
