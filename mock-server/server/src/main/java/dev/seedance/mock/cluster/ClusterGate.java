package dev.seedance.mock.cluster;

import dev.seedance.mock.cluster.Backlog.Head;
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
import java.util.Objects;
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

  private final Ownership ownership;
  private final RequestedSandbox requested;
  private final PeerRequests requests;
  private final Peers peers;
  private final ExchangeHandler exchanges;

  /** The messages behind a request that waits. */
  private final Backlog behind = new Backlog();

  private Way way = Way.TO_THE_ROUTES;

  private final AtTheRoutes atTheRoutes = new AtTheRoutes();
  private @Nullable ChannelHandlerContext context;
  private @Nullable Forward forward;

  /** The request that is passed on, as it is if that is in vain. */
  private @Nullable Call present;

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
      behind.add(begins ? new Head((HttpRequest) message, exchanges.current()) : message);
    } else if (begins) {
      begin((HttpRequest) message, exchanges.current());
    } else {
      proceed(message);
    }
  }

  private void begin(HttpRequest request, Exchange exchange) {
    boolean fromPeer = requests.fromPeer(request, context().channel());
    if (fromPeer) {
      exchange.comesFromAnotherServer();
    }
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
      refuse(call, Call.messageOf(failure));
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
    String refusal = call.refusal(owner, requests.areAllowed());
    if (refusal == null) {
      peers.remember(call.wanted().id(), owner);
      passOn(call, owner);
    } else {
      refuse(call, refusal);
    }
  }

  private void passOn(Call call, Member owner) {
    atTheRoutes.whenNone(() -> start(call, owner));
  }

  private void start(Call call, Member owner) {
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
    atTheRoutes.begin();
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
    behind.release();
    call.exchange().decline(message);
  }

  /** Returns true while a request waits or is passed on, and those behind it wait. */
  private boolean isBusy() {
    return way == Way.WAITING || forward != null;
  }

  private void goOn() {
    while (way != Way.WAITING && !(behind.continuesWithHead() && isBusy())) {
      Object next = behind.next();
      if (next == null) {
        break;
      } else if (next instanceof Head head) {
        begin(head.request(), head.exchange());
      } else {
        proceed(next);
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
      atTheRoutes.end();
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
    behind.release();
    if (forward != null) {
      forward.abort();
    }
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context);
  }
}
