package dev.seedance.mock.http.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.time.Duration;

/**
 * Closes a connection whose client is too slow: one that sends a request, or reads a response, of
 * which less than {@value HttpLimits#MIN_PROGRESS} bytes move in a whole period; and one that sends
 * no request for long.
 *
 * <p>Nothing limits the time in which the server responds: a scenario may delay a response for
 * hours, and a stream of events may have none.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nothing waits for the end of a write
final class TimeLimitHandler extends PeriodicCheck {

  /**
   * The limits, in real time.
   *
   * @param stall the period in which a request or a response must move
   * @param idle the time that a connection may be without a request
   */
  record Limits(Duration stall, Duration idle) {

    /** Returns the number of whole periods after which an idle connection is closed. */
    long idlePeriods() {
      return Math.max(1, (idle.toMillis() + stall.toMillis() - 1) / Math.max(1, stall.toMillis()));
    }
  }

  private final Limits limits;
  private final ExchangeHandler exchanges;

  /** The bytes of a head that is not complete. */
  private long ofHead;

  private long received;
  private long written;
  private boolean drained;
  private long idlePeriods;
  private Period last = new Period(0, 0, 0, false, false, false);

  /** The state of the connection at the end of a period. */
  private record Period(
      long received, long sent, long begun, boolean arriving, boolean unread, boolean lingering) {}

  TimeLimitHandler(Limits limits, ExchangeHandler exchanges) {
    super(limits.stall());
    this.limits = limits;
    this.exchanges = exchanges;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    int bytes = bytes(message);
    long begun = exchanges.begun();
    received += bytes;
    boolean ofBody = exchanges.waitsForRest();
    context.fireChannelRead(message);
    ofHead = ofBody || begun != exchanges.begun() ? 0 : ofHead + bytes;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    drained = drained || unread(context) == 0;
    written += bytes(message);
    context.write(message, promise);
  }

  @Override
  void check(ChannelHandlerContext context) {
    long unread = unread(context);
    boolean arriving = exchanges.waitsForRest() || (ofHead > 0 && !exchanges.isServing());
    var now =
        new Period(
            received,
            written - unread,
            exchanges.begun(),
            arriving,
            unread > 0,
            exchanges.isLingering());
    boolean idle = !arriving && !exchanges.isServing() && unread == 0;
    idlePeriods = idle ? idlePeriods + 1 : 0;
    if (isUnread(now) || (last.lingering() && now.lingering())) {
      cut(context);
    } else if (isSlow(now)) {
      exchanges.refuseSlow(limits.stall());
    } else if (idlePeriods > limits.idlePeriods()) {
      context.close();
    }
    last = now;
    drained = false;
  }

  /** Closes the connection; a stream closes by a reset, which its channel leaves out. */
  private static void cut(ChannelHandlerContext context) {
    if (context.channel() instanceof Http2StreamChannel) {
      context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL));
    }
    context.close();
  }

  /** Tells if a client has read next to nothing of what has waited for it all the time. */
  private boolean isUnread(Period now) {
    return last.unread()
        && now.unread()
        && !drained
        && now.sent() - last.sent() < HttpLimits.MIN_PROGRESS;
  }

  /** Tells if next to nothing has arrived of one request that has not ended all the time. */
  private boolean isSlow(Period now) {
    return last.arriving()
        && now.arriving()
        && last.begun() == now.begun()
        && now.received() - last.received() < HttpLimits.MIN_PROGRESS;
  }

  private static long unread(ChannelHandlerContext context) {
    Channel channel = context.channel();
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? unreadOfStream(channel) : buffer.totalPendingWriteBytes();
  }

  /** Returns the bytes that a stream of HTTP/2 holds, which tells them by its two marks alone. */
  private static long unreadOfStream(Channel stream) {
    WriteBufferWaterMark marks = stream.config().getWriteBufferWaterMark();
    return stream.isWritable()
        ? Math.max(0, marks.high() + 1L - stream.bytesBeforeUnwritable())
        : Math.max(0, marks.low() - 1L + stream.bytesBeforeWritable());
  }

  /** Returns the size of what comes from a connection, or in a frame of a stream. */
  private static int bytes(Object message) {
    if (message instanceof ByteBuf buffer) {
      return buffer.readableBytes();
    }
    return message instanceof ByteBufHolder frame ? frame.content().readableBytes() : 0;
  }
}
