package dev.seedance.mock.http.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the responses of one connection with its requests. A response is sent when every earlier
 * one was sent, its request has been read to its end, and no scenario delays it. So none overtakes
 * another, and a client that writes before it reads sees the refusal of a long body.
 *
 * <p>No other handler knows requests and responses. Requests that the {@link RequestCheck} refuses,
 * and bodies for which there is no room, do not reach the routes. After a refusal, and after a
 * request that asks for it, the connection ends and reads no further request.
 */
@SuppressWarnings("FutureReturnValueIgnored") // failures of writes arrive as an inactive channel
public final class ExchangeHandler extends ChannelDuplexHandler {

  /** The routes know this message as the end of a client. */
  private static final String CUT_OFF = "Connection closed before full body was received";

  private final RequestCheck check;
  private final ResponseHeads heads;
  private final BodyLimits limits;
  private final BytesInFlight inFlight;
  private final Connections.Waiting waiting;
  private final LingeringClose end;

  /** The exchange whose request was read last. */
  private @Nullable Exchange reading;

  private @Nullable ChannelHandlerContext context;
  private @Nullable ResponseQueue responses;
  private boolean stopping;

  /** True when what arrives comes after the last request of the connection. */
  private boolean deaf;

  private long begun;

  ExchangeHandler(
      RequestCheck check,
      ResponseHeads heads,
      BodyLimits limits,
      BytesInFlight inFlight,
      Connections.Waiting waiting) {
    this.waiting = waiting;
    this.check = check;
    this.heads = heads;
    this.end = new LingeringClose(limits.dropped());
    this.limits = limits;
    this.inFlight = inFlight;
  }

  void execute(Runnable work) {
    context().executor().execute(work);
  }

  /** Returns the exchange whose request was read last. */
  public Exchange current() {
    return Objects.requireNonNull(reading);
  }

  /** Returns the number of requests that have begun to arrive. */
  long begun() {
    return begun;
  }

  /** Tells if the connection waits for the rest of a request, and for nothing else. */
  boolean waitsForRest() {
    return isReading() && responses().size() <= 1;
  }

  /** Tells if a response is not sent to its end. */
  boolean isServing() {
    return responses().size() > 0;
  }

  /** Tells if the connection only waits for its client to close it. */
  boolean isLingering() {
    return end.hasBegun();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    responses = new ResponseQueue(added, this::allSent);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      deaf = reading != null && reading.isLast();
      if (!deaf) {
        begin(request);
      }
    }
    Exchange exchange = reading;
    if (deaf || responses().hasEnded() || exchange == null) {
      end.drop(context, message);
      return;
    }
    if (message instanceof HttpContent content) {
      arrive(exchange, content);
    }
    if (exchange.isRefused()) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
    if (exchange.body().seen() > limits.dropped()) {
      context.close(); // an endless body
      return;
    }
    responses().proceed();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    Exchange exchange = reading;
    if (end.hasBegun() || (exchange != null && !exchange.isReceived() && exchange.isResponded())) {
      context.read(); // nothing further up reads on for what is dropped
    }
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (!deaf || end.hasBegun()) {
      context.read();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    Exchange exchange = responses().unanswered();
    if (exchange == null || responses().hasEnded()) {
      ReferenceCountUtil.release(message); // the response to a request that was refused since
      return;
    }
    Object part = heads.complete(exchange, message);
    ChannelPromise written = promise;
    if (ResponseParts.isEnd(part)) {
      exchange.responded();
      written = exchange.isLast() ? closing(promise.unvoid()) : promise;
    }
    responses().write(exchange, part, written);
    exchange.refuseUnavailable();
    if (part != message) {
      context.flush(); // there is no more to come that would
    }
  }

  /**
   * Closes the connection when the responses that wait were sent, and the client could read them.
   */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (responses().holdsWhole()) {
      stopping = true;
    } else if (responses().hasEnded() && mayStillSend() && !stopping && !end.hasBegun()) {
      waiting.begin();
      end.begin(context, promise);
    } else {
      context.close(promise);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == Connections.Event.STOPPING) {
      stopping = true;
      responses().forEach(Exchange::stopDelay);
      responses().proceed();
      if (end.hasBegun()) {
        context.close();
      }
    } else if (event == Connections.Event.ROOM_IS_NEEDED && !isServing()) {
      context.close();
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    responses().clear();
  }

  /** Refuses a request that has begun and does not go on. */
  void refuseSlow(Duration limit) {
    Exchange exchange = reading;
    if (exchange == null || exchange.isReceived()) { // the head is not complete
      responses().end();
      context().writeAndFlush(EarlyRefusals.tooSlow("", limit), closing(context().newPromise()));
      return;
    }
    exchange.abandonRequest();
    if (!exchange.isResponded()) {
      refuseMidway(exchange, EarlyRefusals.tooSlow(exchange.request().uri(), limit));
    }
    responses().proceed();
  }

  private void begin(HttpRequest request) {
    var body = new RequestBody(request, limits.of(request), inFlight);
    Exchange exchange = new Exchange(this, request, body);
    HeadRequests.serve(request);
    EmptyPreferences.dropFrom(request.headers());
    responses().add(exchange);
    reading = exchange;
    begun++;
    waiting.end();
    if (request.decoderResult().isFailure()) {
      exchange.abandonRequest();
    }
    FullHttpResponse refusal = check.refuse(request);
    if (refusal == null) {
      refusal = body.reserve(BodyLimits.declared(request));
    }
    if (refusal != null) {
      refuse(exchange, refusal);
    }
  }

  private void arrive(Exchange exchange, HttpContent content) {
    int bytes = content.content().readableBytes();
    if (content.decoderResult().isFailure()) {
      exchange.abandonRequest();
      if (!exchange.isResponded()) {
        refuseMidway(exchange, MalformedRequest.chunks(exchange.request().uri()));
      }
    } else if (content instanceof LastHttpContent) {
      exchange.received();
    }
    if (bytes > 0) {
      exchange.continues();
      FullHttpResponse refusal = exchange.body().add(bytes);
      if (refusal != null) {
        refuseMidway(exchange, refusal);
      }
    }
  }

  /** Puts a refusal in the place of a response that was not sent; the connection ends with it. */
  void refuse(Exchange exchange, FullHttpResponse refusal) {
    heads.refused(exchange.request(), refusal);
    exchange.refuse(refusal, closing(context().newPromise()));
  }

  /** Refuses a request whose head the routes have: to them, the client is gone. */
  private void refuseMidway(Exchange exchange, FullHttpResponse refusal) {
    refuse(exchange, refusal);
    context().fireExceptionCaught(new EOFException(CUT_OFF));
  }

  private void allSent() {
    if (isReading()) {
      return;
    }
    waiting.begin();
    if (stopping && !responses().hasEnded()) {
      responses().end();
      context().writeAndFlush(Unpooled.EMPTY_BUFFER, closing(context().newPromise()));
    }
  }

  /** Tells if the client may send more, for which the kernel would reset the connection. */
  private boolean mayStillSend() {
    return deaf || isReading() || (reading != null && reading.isRefused());
  }

  private boolean isReading() {
    return reading != null && !reading.isReceived();
  }

  private static ChannelPromise closing(ChannelPromise promise) {
    return promise.addListener(ChannelFutureListener.CLOSE);
  }

  ResponseQueue responses() {
    return Objects.requireNonNull(responses);
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context);
  }
}
