package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The exchanges of a connection whose responses were not sent to their ends, oldest first. */
@SuppressWarnings("FutureReturnValueIgnored") // failures of writes arrive as an inactive channel
final class ResponseQueue {

  private final ChannelHandlerContext context;
  private final Runnable onEmpty;
  private final Queue<Exchange> exchanges = new ArrayDeque<>();
  private boolean ended;
  private boolean writable = true;

  /**
   * Creates the queue of a connection.
   *
   * @param onEmpty runs when all responses were sent
   */
  ResponseQueue(ChannelHandlerContext context, Runnable onEmpty) {
    this.context = context;
    this.onEmpty = onEmpty;
  }

  void add(Exchange exchange) {
    exchanges.add(exchange);
  }

  Optional<Exchange> find(HttpRequest request) {
    return exchanges.stream().filter(exchange -> exchange.request() == request).findFirst();
  }

  void forEach(Consumer<Exchange> action) {
    exchanges.forEach(action);
  }

  int size() {
    return exchanges.size();
  }

  /** Tells if the last response of the connection was sent. */
  boolean hasEnded() {
    return ended;
  }

  /** Nothing more is sent. */
  void end() {
    ended = true;
    clear();
  }

  /** Drops all that waits. */
  void clear() {
    exchanges.forEach(Exchange::discard);
    exchanges.forEach(Exchange::end);
    exchanges.clear();
  }

  /** Returns the exchange to which the routes respond next; null if there is none. */
  @Nullable Exchange unanswered() {
    for (Exchange exchange : exchanges) {
      if (!exchange.isResponded()) {
        return exchange;
      }
    }
    return null;
  }

  /** Tells if the oldest response is complete and waits. */
  boolean holdsWhole() {
    Exchange first = exchanges.peek();
    return first != null && first.isResponded();
  }

  /** Sends a part of a response, or keeps it until it is due. */
  void write(Exchange exchange, Object part, ChannelPromise promise) {
    boolean due = exchange.isDue(ResponseParts.isInterim(part));
    if (due && exchange == exchanges.peek() && !exchange.keepsParts()) {
      send(exchange, part, promise);
    } else {
      exchange.keep(part, promise);
    }
    proceed();
  }

  /** Sends what is due, oldest first. */
  void proceed() {
    boolean sent = false;
    Exchange first = exchanges.peek();
    while (first != null && first.keepsParts() && first.isDue(false)) {
      for (var part = first.next(); part != null; part = first.next()) {
        send(first, part.message(), part.promise());
      }
      sent = true;
      first = exchanges.peek();
    }
    if (sent) {
      context.flush();
    }
    // The routes stop by this sign alone. All that they write while a response waits takes memory.
    setWritable(first == null || !first.keepsParts());
  }

  private void send(Exchange exchange, Object part, ChannelPromise promise) {
    if (part instanceof HttpResponse && !exchange.isPermitted()) {
      ReferenceCountUtil.release(part);
      exchange.revoke();
      return;
    }
    switch (exchange.breakPoint()) {
      case NEVER -> context.write(part, promise);
      case BEFORE_THE_RESPONSE -> {
        if (exchange.isPassedOn()) {
          BrokenResponse.askForReset(context, part);
        } else {
          BrokenResponse.reset(context, part);
        }
        end();
      }
      case IN_THE_BODY -> {
        if (BrokenResponse.cut(context, part)) {
          end();
        }
      }
    }
    if (!ended && ResponseParts.isEnd(part)) {
      exchanges.remove().end();
      if (exchange.isLast()) {
        end();
      }
      if (exchanges.isEmpty()) {
        onEmpty.run();
      }
    }
  }

  private void setWritable(boolean now) {
    if (writable == now) {
      return;
    }
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    if (buffer != null) {
      writable = now;
      buffer.setUserDefinedWritability(1, now);
    }
  }
}
