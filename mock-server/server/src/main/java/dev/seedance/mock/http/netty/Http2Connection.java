package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Holds an HTTP/2 connection to the limits that none of its streams can see: one without a stream
 * is closed after a while, and one whose client reads nothing sooner. While bytes wait for the
 * client nothing more is read from it: each frame may ask for another response.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a connection
final class Http2Connection extends PeriodicCheck {

  private final TimeLimitHandler.Limits limits;
  private final Http2Streams streams;
  private boolean wantsMore;
  private long idlePeriods;

  /** The bytes that waited for the client at the end of the last period. */
  private long lastUnread;

  /** True if none waited at some time since. */
  private boolean drained;

  Http2Connection(TimeLimitHandler.Limits limits, Http2Streams streams) {
    super(limits.stall());
    this.limits = limits;
    this.streams = streams;
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      context.read();
    } else {
      wantsMore = true;
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (wantsMore && context.channel().isWritable()) {
      wantsMore = false;
      context.read();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    drained = drained || unread(context) == 0;
    context.flush();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == Connections.Event.STOPPING) {
      streams.stop(context.channel());
    } else if (event == Connections.Event.ROOM_IS_NEEDED && streams.areNone()) {
      context.channel().close();
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  void check(ChannelHandlerContext context) {
    long unread = unread(context);
    idlePeriods = streams.areNone() && unread == 0 ? idlePeriods + 1 : 0;
    boolean stuck = !drained && lastUnread > 0 && unread > lastUnread - HttpLimits.MIN_PROGRESS;
    if (stuck) {
      context.close();
    } else if (idlePeriods > limits.idlePeriods()) {
      context.channel().close();
    }
    lastUnread = unread;
    drained = unread == 0;
  }

  private static long unread(ChannelHandlerContext context) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }
}
