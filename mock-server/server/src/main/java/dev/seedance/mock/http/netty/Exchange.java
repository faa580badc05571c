package dev.seedance.mock.http.netty;

import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One request of a connection and its response, which a scenario may delay or break.
 *
 * <p>The event loop of the connection alone touches it; {@link #release()} may be called anywhere.
 */
public final class Exchange {

  private static final String REVOKED =
      "this server no longer owns the sandbox of the request; send it again";

  /** The point at which a response breaks the connection. */
  enum Break {
    NEVER,
    /** A TCP reset before the first byte. */
    BEFORE_THE_RESPONSE,
    /** Half of the body, then the connection is closed. */
    IN_THE_BODY
  }

  /** A part of a response that waits. */
  record Part(Object message, ChannelPromise promise) {}

  private final ExchangeHandler connection;
  private final HttpRequest request;
  private final RequestBody body;
  private @Nullable Queue<Part> waiting;
  private Break point = Break.NEVER;
  private int delays;
  private @Nullable String unavailable;
  private boolean received;
  private boolean abandoned;
  private boolean responded;
  private boolean refused;
  private boolean last;
  private boolean ended;
  private boolean passedOn;
  private @Nullable Permit permit;

  /** True until the client has been told to send the body for which it asks first. */
  private boolean expectsContinue;

  Exchange(ExchangeHandler connection, HttpRequest request, RequestBody body) {
    this.connection = connection;
    this.request = request;
    this.body = body;
    this.last = !HttpUtil.isKeepAlive(request);
    this.expectsContinue = HttpUtil.is100ContinueExpected(request);
  }

  /** Finds the exchange of a request; empty if there is no connection. */
  public static Optional<Exchange> of(io.micronaut.http.HttpRequest<?> request) {
    if (!(request instanceof NettyHttpRequest<?> netty)) {
      return Optional.empty();
    }
    var connection = netty.getChannelHandlerContext().pipeline().get(ExchangeHandler.class);
    return connection == null
        ? Optional.empty()
        : connection.responses().find(netty.getNativeRequest());
  }

  /** Binds the response to a permit, which ends with the exchange. */
  public void bindTo(Permit given) {
    if (ended) {
      given.end();
    } else {
      permit = given;
    }
  }

  /** The request comes from another server, not from the caller. */
  public void comesFromAnotherServer() {
    passedOn = true;
  }

  boolean isPassedOn() {
    return passedOn;
  }

  /** Returns true if the response may be sent. */
  boolean isPermitted() {
    return permit == null || permit.lasts();
  }

  /** The whole response was sent, or never will be. */
  void end() {
    ended = true;
    endPermit();
  }

  private void endPermit() {
    Permit given = permit;
    permit = null;
    if (given != null) {
      given.end();
    }
  }

  /** Delays the response until it is released. No thread waits. */
  public void delay() {
    delays++;
  }

  /** Releases the response from one delay. */
  public void release() {
    connection.execute(
        () -> {
          delays--;
          connection.responses().proceed();
        });
  }

  /** Puts a 503 in the place of a delayed response, which the caller may ask for again. */
  public void unavailable(String message) {
    connection.execute(
        () -> {
          unavailable = message;
          refuseUnavailable();
        });
  }

  /** Responds with a 503 to a request that does not reach the routes. */
  public void decline(String message) {
    connection.execute(
        () -> {
          connection.refuse(this, EarlyRefusals.unavailable(request.uri(), message));
          connection.responses().proceed();
        });
  }

  /** Puts a 503 in the place of a response that may not be sent any more. */
  void revoke() {
    endPermit();
    connection.refuse(this, EarlyRefusals.unavailable(request.uri(), REVOKED));
  }

  /** Puts a 503 in the place of a response that can't be sent, as soon as the routes give it. */
  void refuseUnavailable() {
    if (unavailable != null && keepsParts() && !refused) {
      connection.refuse(this, EarlyRefusals.unavailable(request.uri(), unavailable));
      connection.responses().proceed();
    }
  }

  /** Puts an error in the place of a delayed response, because the server stops. */
  void stopDelay() {
    if (isDelayed() && keepsParts()) {
      connection.refuse(this, EarlyRefusals.stopped(request.uri(), waitingHeaders()));
    }
  }

  /** Ends the connection in the middle of the response's body. */
  public void cutBody() {
    point = Break.IN_THE_BODY;
  }

  /** Resets the connection in place of the response. */
  public void reset() {
    point = Break.BEFORE_THE_RESPONSE;
  }

  HttpRequest request() {
    return request;
  }

  RequestBody body() {
    return body;
  }

  Break breakPoint() {
    return point;
  }

  /** Tells if the end of the request is known and has been read. */
  boolean isReceived() {
    return received;
  }

  /** The whole request has been read. */
  void received() {
    received = true;
  }

  /** Waits no more for the rest of the request: nobody knows its end, or it does not arrive. */
  void abandonRequest() {
    abandoned = true;
  }

  /** Tells if the routes, or a refusal in place of them, have given the whole response. */
  boolean isResponded() {
    return responded;
  }

  /** The whole response is given, be it sent or not. */
  void responded() {
    responded = true;
    body.release();
  }

  boolean isRefused() {
    return refused;
  }

  /** Tells if the connection ends with this exchange. */
  boolean isLast() {
    return last;
  }

  /** The connection ends with this exchange. */
  void endsConnection() {
    last = true;
  }

  /** Tells if the client waits for a sign before it sends the body. */
  boolean expectsContinue() {
    return expectsContinue;
  }

  /** The client has its sign, or sends without one. */
  void continues() {
    expectsContinue = false;
  }

  /**
   * Tells if the response may be sent: most clients read none before they have sent everything.
   *
   * @param interim true for a response such as 100, which is for a client that has not
   */
  boolean isDue(boolean interim) {
    return delays == 0 && (received || abandoned || interim || expectsContinue);
  }

  boolean isDelayed() {
    return delays > 0;
  }

  /** Puts a response in place of that of the routes; the connection ends with it. */
  void refuse(FullHttpResponse refusal, ChannelPromise promise) {
    discard();
    refused = true;
    last = true;
    delays = 0;
    point = Break.NEVER;
    responded();
    keep(refusal, promise);
  }

  /** Keeps a part of the response until it is due. */
  void keep(Object message, ChannelPromise promise) {
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(new Part(message, promise));
  }

  boolean keepsParts() {
    return waiting != null && !waiting.isEmpty();
  }

  /** Takes the next part that waits; null if there is none. */
  @Nullable Part next() {
    return waiting == null ? null : waiting.poll();
  }

  /** Returns the headers of the response that waits. */
  HttpHeaders waitingHeaders() {
    return Objects.requireNonNull(waiting).stream()
        .map(Part::message)
        .filter(HttpMessage.class::isInstance)
        .map(HttpMessage.class::cast)
        .map(HttpMessage::headers)
        .findFirst()
        .orElse(EmptyHttpHeaders.INSTANCE);
  }

  /** Drops what waits. Nobody listens to the promises of a response that is never sent. */
  void discard() {
    body.release();
    for (Part part = next(); part != null; part = next()) {
      ReferenceCountUtil.release(part.message());
    }
  }
}
