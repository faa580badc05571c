package dev.seedance.mock.cluster;

import dev.seedance.mock.cluster.Place.Elsewhere;
import dev.seedance.mock.cluster.Place.Here;
import dev.seedance.mock.http.netty.Exchange;
import dev.seedance.mock.http.netty.ExchangeHandler;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests of one connection reach the routes when this server owns their sandboxes.
 *
 * <p>A request for a sandbox that it owns goes on at once. Any other waits, and the connection
 * reads no further meanwhile. The order of requests and responses stays.
 */
final class ClusterGate extends ChannelDuplexHandler {

  /** The way that the parts of the present request take. */
  private enum Way {
    TO_THE_ROUTES,
    WAITING,
    DROPPED
  }

  /** A request and its exchange. */
  private record Call(HttpRequest request, Exchange exchange) {}

  private final Ownership ownership;
  private final RequestedSandbox requested;
  private final ExchangeHandler exchanges;

  /** What has arrived behind a request that waits. */
  private final Queue<Object> behind = new ArrayDeque<>();

  private Way way = Way.TO_THE_ROUTES;
  private boolean wantsMore;
  private boolean removed;

  ClusterGate(Ownership ownership, RequestedSandbox requested, ExchangeHandler exchanges) {
    this.ownership = ownership;
    this.requested = requested;
    this.exchanges = exchanges;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    boolean begins = message instanceof HttpRequest;
    if (way != Way.WAITING && begins) {
      begin(context, (HttpRequest) message, exchanges.current());
    } else if (way != Way.WAITING) {
      proceed(context, message);
    } else if (begins) {
      behind.add(new Call((HttpRequest) message, exchanges.current()));
    } else {
      behind.add(message);
    }
  }

  private void begin(ChannelHandlerContext context, HttpRequest request, Exchange exchange) {
    Wanted wanted;
    String key = requested.keyOf(request);
    if (key == null) {
      wanted = RequestedSandbox.ofPath(request);
    } else {
      HeldSandbox sandbox = ownership.enter(key);
      if (sandbox != null) {
        exchange.bindTo(sandbox);
        pass(context, request);
        return;
      }
      wanted = requested.ofKey(key);
    }
    if (wanted == null) {
      pass(context, request);
    } else {
      way = Way.WAITING;
      var call = new Call(request, exchange);
      var unused =
          ownership
              .enter(wanted)
              .whenComplete(
                  (place, failure) ->
                      context.executor().execute(() -> resume(context, call, place, failure)));
    }
  }

  private void pass(ChannelHandlerContext context, HttpRequest request) {
    way = Way.TO_THE_ROUTES;
    context.fireChannelRead(request);
  }

  private void proceed(ChannelHandlerContext context, Object part) {
    if (way == Way.TO_THE_ROUTES) {
      context.fireChannelRead(part);
    } else {
      ReferenceCountUtil.release(part);
    }
  }

  private void resume(
      ChannelHandlerContext context,
      Call call,
      @Nullable Place place,
      @Nullable Throwable failure) {
    if (place instanceof Here here) {
      call.exchange().bindTo(here.sandbox());
    }
    if (removed) {
      ReferenceCountUtil.release(call.request());
      return;
    }
    if (failure != null) {
      refuse(call, messageOf(failure));
    } else if (place instanceof Elsewhere elsewhere) {
      refuse(call, "another server owns the sandbox: " + elsewhere.owner().address());
    } else {
      pass(context, call.request());
    }
    goOn(context);
  }

  private static String messageOf(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause == null ? failure.toString() : String.valueOf(cause.getMessage());
  }

  private void refuse(Call call, String message) {
    way = Way.DROPPED;
    ReferenceCountUtil.release(call.request());
    call.exchange().unavailable(message);
  }

  private void goOn(ChannelHandlerContext context) {
    while (way != Way.WAITING && !behind.isEmpty()) {
      Object next = behind.remove();
      if (next instanceof Call call) {
        begin(context, call.request(), call.exchange());
      } else {
        proceed(context, next);
      }
    }
    if (way != Way.WAITING) {
      context.fireChannelReadComplete();
      if (wantsMore) {
        wantsMore = false;
        context.read();
      }
    }
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (way == Way.WAITING) {
      wantsMore = true;
    } else {
      context.read();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    removed = true;
    behind.forEach(
        message ->
            ReferenceCountUtil.release(message instanceof Call call ? call.request() : message));
    behind.clear();
  }
}
