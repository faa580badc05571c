package dev.seedance.mock.cluster;

import dev.seedance.mock.cluster.Place.Elsewhere;
import dev.seedance.mock.cluster.Place.Here;
import dev.seedance.mock.http.netty.Connections;
import dev.seedance.mock.http.netty.Exchange;
import dev.seedance.mock.http.netty.ExchangeHandler;
import dev.seedance.mock.http.netty.ResponseParts;
import dev.seedance.mock.store.SandboxStore.Member;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests of one connection reach the routes when this server owns their sandboxes, and
 * passes on those for the sandboxes of other servers.
 *
 * <p>A request for a sandbox that it owns goes on at once. Any other waits, and the connection
 * reads no further meanwhile. The order of requests and responses stays.
 */
final class ClusterGate extends ChannelDuplexHandler implements Forward.Listener {

  /** The way that the parts of the present request take. */
  private enum Way {
    TO_THE_ROUTES,
    WAITING,
    TO_THE_OWNER,
    DROPPED
  }

  /**
   * A request that does not go on at once.
   *
   * @param tried the server that it was passed on to in vain; null if there is none
   */
  private record Call(
      HttpRequest request,
      Exchange exchange,
      Wanted wanted,
      boolean fromPeer,
      @Nullable Member tried) {

    Call afterTrying(Member owner) {
      return new Call(request, exchange, wanted, fromPeer, owner);
    }
  }

  /** A request behind one that waits. */
  private record Arrived(HttpRequest request, Exchange exchange) {}

  private final Ownership ownership;
  private final RequestedSandbox requested;
  private final PeerRequests requests;
  private final Peers peers;
  private final ExchangeHandler exchanges;

  /** What has arrived behind a request that waits. */
  private final Queue<Object> behind = new ArrayDeque<>();

  private Way way = Way.TO_THE_ROUTES;

  /** The number of requests to which the routes have not responded. */
  private int atTheRoutes;

  private @Nullable ChannelHandlerContext context;
  private @Nullable Forward forward;

  /** The request that is passed on, as it is if that is in vain. */
  private @Nullable Call present;

  /** What to do when the routes have responded to all that they have. */
  private @Nullable Runnable whenResponded;

  private @Nullable ChannelPromise closing;
  private boolean wantsMore;
  private boolean stopping;
  private boolean removed;

  ClusterGate(
      Ownership ownership,
      RequestedSandbox requested,
      PeerRequests requests,
      Peers peers,
      ExchangeHandler exchanges) {
    this.ownership = ownership;
    this.requested = requested;
    this.requests = requests;
    this.peers = peers;
    this.exchanges = exchanges;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    boolean begins = message instanceof HttpRequest;
    boolean waits = begins ? isBusy() : way == Way.WAITING;
    if (waits || !behind.isEmpty()) {
      behind.add(begins ? new Arrived((HttpRequest) message, exchanges.current()) : message);
    } else if (begins) {
      begin((HttpRequest) message, exchanges.current());
    } else {
      proceed(message);
    }
  }

  private void begin(HttpRequest request, Exchange exchange) {
    boolean fromPeer = requests.fromPeer(request);
    String key = requested.keyOf(request);
    HeldSandbox sandbox = key == null ? null : ownership.enter(key);
    if (sandbox != null) {
      exchange.bindTo(sandbox);
      pass(request);
      return;
    }
    Wanted wanted = key == null ? RequestedSandbox.ofPath(request) : requested.ofKey(key);
    if (wanted == null) {
      pass(request);
      return;
    }
    way = Way.WAITING;
    var call = new Call(request, exchange, wanted, fromPeer, null);
    Member owner = fromPeer || !requests.areAllowed() ? null : peers.ownerOf(wanted.id());
    if (owner == null) {
      find(call);
    } else {
      passOn(call, owner);
    }
  }

  private void find(Call call) {
    var unused =
        ownership
            .enter(call.wanted())
            .whenComplete(
                (place, failure) ->
                    context().executor().execute(() -> resume(call, place, failure)));
  }

  private void resume(Call call, @Nullable Place place, @Nullable Throwable failure) {
    if (place instanceof Here here) {
      call.exchange().bindTo(here.sandbox());
    }
    if (removed) {
      ReferenceCountUtil.release(call.request());
    } else if (failure != null) {
      refuse(call, messageOf(failure));
    } else if (stopping) {
      refuse(call, "this server stops; send the request again, to another one");
    } else if (place instanceof Elsewhere elsewhere) {
      passOnIfAllowed(call, elsewhere.owner());
    } else {
      pass(call.request());
      goOn();
    }
  }

  private void passOnIfAllowed(Call call, Member owner) {
    if (!requests.areAllowed()) {
      refuse(
          call,
          "another server owns the sandbox of this key; start all servers with the same"
              + " --cluster-secret, so that they pass requests on");
    } else if (call.fromPeer()) {
      refuse(call, "the sandbox has moved to another server; send the request again");
    } else if (owner.equals(call.tried())) {
      refuse(
          call,
          "the server that owns the sandbox of this key can't be reached; another one takes over"
              + " when its lease has ended, so send the request again");
    } else {
      peers.remember(call.wanted().id(), owner);
      passOn(call, owner);
    }
  }

  private void passOn(Call call, Member owner) {
    if (atTheRoutes > 0) {
      whenResponded = () -> passOn(call, owner);
      return;
    }
    var passed = new Forward.Call(call.request(), call.exchange(), call.wanted().id(), owner);
    present = call.afterTrying(owner);
    forward = new Forward(context(), passed, peers, this);
    forward.start(requests);
  }

  @Override
  public void onConnected() {
    way = Way.TO_THE_OWNER;
    goOn();
  }

  @Override
  public void onForwarded() {
    forward = null;
    way = Way.DROPPED; // what the other server did not read
    if (closing == null) {
      goOn();
    } else {
      var unused = context().close(closing);
    }
  }

  @Override
  public void onUnreachable() {
    forward = null;
    find(Objects.requireNonNull(present));
  }

  private void pass(HttpRequest request) {
    way = Way.TO_THE_ROUTES;
    atTheRoutes++;
    context().fireChannelRead(request);
  }

  private void proceed(Object part) {
    switch (way) {
      case TO_THE_ROUTES -> context().fireChannelRead(part);
      case TO_THE_OWNER -> Objects.requireNonNull(forward).onRequestPart(part);
      default -> ReferenceCountUtil.release(part);
    }
  }

  private void refuse(Call call, String message) {
    way = Way.DROPPED;
    ReferenceCountUtil.release(call.request());
    releaseBehind();
    call.exchange().decline(message);
  }

  private static String messageOf(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause == null ? failure.toString() : String.valueOf(cause.getMessage());
  }

  /** Returns true while a request waits or is passed on, and those behind it wait. */
  private boolean isBusy() {
    return way == Way.WAITING || forward != null;
  }

  private void goOn() {
    while (way != Way.WAITING && !behind.isEmpty()) {
      if (behind.peek() instanceof Arrived next) {
        if (isBusy()) {
          return;
        }
        behind.remove();
        begin(next.request(), next.exchange());
      } else {
        proceed(behind.remove());
      }
    }
    if (!isBusy()) {
      context().fireChannelReadComplete();
      if (wantsMore) {
        wantsMore = false;
        context().read();
      }
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    if (forward != null && behind.isEmpty() && forward.wantsMore()) {
      context.read();
    }
  }

  @Override
  public void read(ChannelHandlerContext context) {
    if (isBusy()) {
      wantsMore = true;
    } else {
      context.read();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    var unused = context.write(message, promise);
    if (ResponseParts.isEnd(message)) {
      atTheRoutes--;
      Runnable next = whenResponded;
      if (atTheRoutes == 0 && next != null) {
        whenResponded = null;
        next.run();
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (forward != null) {
      forward.onCallerWritable();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == Connections.Event.STOPPING) {
      stopping = true;
      if (forward != null) {
        forward.endStream();
      }
    }
    context.fireUserEventTriggered(event);
  }

  /** Closes the connection when the response of another server is written. */
  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (forward == null) {
      var unused = context.close(promise);
    } else {
      closing = promise;
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    removed = true;
    releaseBehind();
    if (forward != null) {
      forward.abort();
    }
  }

  private void releaseBehind() {
    behind.forEach(
        part -> ReferenceCountUtil.release(part instanceof Arrived next ? next.request() : part));
    behind.clear();
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context);
  }
}
