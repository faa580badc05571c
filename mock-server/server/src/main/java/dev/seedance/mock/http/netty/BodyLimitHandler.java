package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the bodies of one connection that no route takes, and those for which the server has no
 * room right now.
 *
 * <p>Most clients read an answer only after they have sent everything. So the rest of a refused
 * body is read and dropped, then answered; one that goes on and on ends the connection. What a
 * route takes at most, such as 1 MiB of JSON, is checked further up.
 */
final class BodyLimitHandler extends ChannelDuplexHandler {

  private final BodyLimits limits;
  private final BytesInFlight inFlight;

  /** The requests that are not answered yet, oldest first. */
  private final Deque<Asked> asked = new ArrayDeque<>();

  private Asked reading = new Asked("", 0);

  /** The answer to what is being read; null where the routes give it. */
  private @Nullable FullHttpResponse refusal;

  private boolean refusalDue;
  private boolean interim;

  /** A request, and how much of its body was seen and is held. */
  private static final class Asked {
    private final String path;
    private final long limit;
    private long seen;
    private long held;
    private boolean answered;

    Asked(String path, long limit) {
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
      context.read(); // nobody further up asks for what is dropped
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (refusal != null && asked.peek() == reading) {
      ReferenceCountUtil.release(message);
      promise.trySuccess(); // the refusal is the answer
      return;
    }
    if (message instanceof HttpResponse response) {
      interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
    var unused = context.write(inForm(message), promise);
    if (message instanceof LastHttpContent && !interim && !asked.isEmpty()) {
      release(asked.remove());
      refuseIfDue(context);
    }
  }

  /** The HTTP layer refuses pages of foreign origins with no more than a status. */
  private Object inForm(Object message) {
    if (message instanceof FullHttpResponse answer
        && answer.status().equals(HttpResponseStatus.FORBIDDEN)
        && !answer.content().isReadable()) {
      Asked request = asked.peek();
      FullHttpResponse refused = EarlyRefusals.foreignOrigin(request == null ? "" : request.path);
      HttpUtil.setKeepAlive(refused, HttpUtil.isKeepAlive(answer));
      answer.release();
      return refused;
    }
    return message;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    asked.forEach(this::release);
    asked.clear();
    context.fireChannelInactive();
  }

  private void begin(HttpRequest request) {
    reading = new Asked(request.uri(), limits.of(request));
    asked.add(reading);
    long declared = BodyLimits.declared(request);
    if (declared > reading.limit) {
      refusal = EarlyRefusals.tooLarge(reading.path, reading.limit);
    } else if (!inFlight.fits(declared)) {
      refusal = EarlyRefusals.busy(reading.path, inFlight.max());
    }
  }

  private void take(int bytes) {
    reading.seen += bytes;
    if (refusal != null || reading.answered || bytes == 0) {
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
    boolean last = message instanceof LastHttpContent;
    boolean expectsContinue =
        message instanceof HttpRequest request && HttpUtil.is100ContinueExpected(request);
    ReferenceCountUtil.release(message);
    if (reading.answered || reading.seen > limits.dropped()) {
      var unused = context.close();
    } else if (last || expectsContinue) {
      refusalDue = true;
      refuseIfDue(context);
    }
  }

  /** Those who asked before are answered before. */
  private void refuseIfDue(ChannelHandlerContext context) {
    FullHttpResponse answer = refusal;
    if (refusalDue && answer != null && asked.peek() == reading) {
      refusalDue = false;
      context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void release(Asked request) {
    request.answered = true;
    if (request.held > 0) {
      inFlight.release(request.held);
      request.held = 0;
    }
  }
}
