package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is no HTTP/1.1 on one connection, bodies that no route takes, and those for which
 * the server has no room right now.
 *
 * <p>Most clients read a response only after they have sent everything. So the rest of a refused
 * body is read and dropped before the response is sent; an endless body ends the connection. The
 * limit of a route, such as 1 MiB of JSON, is checked further up.
 */
final class BodyLimitHandler extends ChannelDuplexHandler {

  private final BodyLimits limits;
  private final BytesInFlight inFlight;

  /** The requests without a response so far, oldest first. */
  private final Deque<Pending> pending = new ArrayDeque<>();

  private Pending reading = new Pending("", 0);

  /** The response to the request that is being read; null if the routes respond. */
  private @Nullable FullHttpResponse refusal;

  private boolean refusalDue;

  /** A request, with the bytes of its body that were seen and that are held. */
  private static final class Pending {
    private final String path;
    private final long limit;
    private long seen;
    private long held;
    private boolean responded;

    Pending(String path, long limit) {
      this.path = path;
      this.limit = limit;
    }
  }

  BodyLimitHandler(BodyLimits limits, BytesInFlight inFlight) {
    this.limits = limits;
    this.inFlight = inFlight;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request && refusal == null) {
      begin(request);
    }
    if (message instanceof HttpContent content) {
      take(content.content().readableBytes());
      if (refusal == null && content.decoderResult().isFailure()) {
        refusal = EarlyRefusals.malformed(reading.path, MalformedRequest.CHUNKS);
      }
    }
    if (refusal == null) {
      context.fireChannelRead(message);
    } else {
      drop(context, message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    if (refusal != null) {
      context.read(); // nothing further up reads on after a dropped part
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (refusal != null && pending.peek() == reading) {
      ReferenceCountUtil.release(message);
      promise.trySuccess(); // the refusal is the response
      return;
    }
    var unused = context.write(message, promise);
    if (ResponseParts.isEnd(message) && !pending.isEmpty()) {
      release(pending.remove());
      refuseIfDue(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    pending.forEach(this::release);
    pending.clear();
    context.fireChannelInactive();
  }

  private void begin(HttpRequest request) {
    reading = new Pending(request.uri(), limits.of(request));
    pending.add(reading);
    long declared = BodyLimits.declared(request);
    if (!MalformedRequest.isWellFormed(request)) {
      refusal = EarlyRefusals.malformed(reading.path, MalformedRequest.fault(request));
    } else if (declared > reading.limit) {
      refusal = EarlyRefusals.tooLarge(reading.path, reading.limit);
    } else if (!inFlight.fits(declared)) {
      refusal = EarlyRefusals.busy(reading.path, inFlight.max());
    }
  }

  private void take(int bytes) {
    reading.seen += bytes;
    if (refusal != null || reading.responded || bytes == 0) {
      return;
    }
    if (reading.seen > reading.limit) {
      refusal = EarlyRefusals.tooLarge(reading.path, reading.limit);
    } else if (inFlight.hold(bytes)) {
      reading.held += bytes;
    } else {
      refusal = EarlyRefusals.busy(reading.path, inFlight.max());
    }
  }

  private void drop(ChannelHandlerContext context, Object message) {
    boolean last =
        message instanceof LastHttpContent
            || (message instanceof HttpObject part && part.decoderResult().isFailure());
    boolean expectsContinue =
        message instanceof HttpRequest request && HttpUtil.is100ContinueExpected(request);
    ReferenceCountUtil.release(message);
    if (reading.responded || reading.seen > limits.dropped()) {
      var unused = context.close();
    } else if (last || expectsContinue) {
      refusalDue = true;
      refuseIfDue(context);
    }
  }

  /** Sends the refusal once every earlier request has its response. */
  private void refuseIfDue(ChannelHandlerContext context) {
    FullHttpResponse response = refusal;
    if (refusalDue && response != null && pending.peek() == reading) {
      refusalDue = false;
      reading.responded = true;
      context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void release(Pending request) {
    request.responded = true;
    if (request.held > 0) {
      inFlight.release(request.held);
      request.held = 0;
    }
  }
}
