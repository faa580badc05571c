package dev.seedance.mock.cluster;

import dev.seedance.mock.http.netty.BrokenResponse;
import dev.seedance.mock.http.netty.Exchange;
import dev.seedance.mock.http.netty.ResponseParts;
import dev.seedance.mock.store.SandboxStore.Member;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request that is passed on to the server that owns its sandbox, and the response on its way
 * back. Both flow as fast as the slower side reads. The event loop of the caller alone touches it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // failures of writes arrive as an inactive channel
final class Forward {

  private static final String EVENTS = "text/event-stream";

  /** The end of a forward, as the connection of the caller is told. */
  interface Listener {

    /** The body may be passed on. */
    void onConnected();

    /** The response has been written, whole or not. */
    void onForwarded();

    /** The other server can't be reached, and has seen nothing of the request. */
    void onUnreachable();
  }

  /** A request that is passed on. */
  record Call(HttpRequest request, Exchange exchange, String sandbox, Member owner) {}

  private final ChannelHandlerContext caller;
  private final Call call;
  private final Peers peers;
  private final Listener listener;
  private @Nullable Channel peer;
  private volatile Duration movedAt;
  private boolean sent;
  private boolean interim;
  private boolean begun;
  private boolean reusable;
  private boolean stream;
  private boolean ended;

  Forward(ChannelHandlerContext caller, Call call, Peers peers, Listener listener) {
    this.caller = caller;
    this.call = call;
    this.peers = peers;
    this.listener = listener;
    this.movedAt = peers.now();
  }

  /** Returns the server to which the request is passed on. */
  Member owner() {
    return call.owner();
  }

  /** Returns when a part of the request or of the response was seen last. */
  Duration movedAt() {
    return movedAt;
  }

  /** Breaks off; may be called anywhere. */
  void breakOff() {
    caller.executor().execute(this::onBroken);
  }

  /** Connects and sends the head of the request. */
  void start(PeerRequests requests) {
    peers
        .connect(caller.channel().eventLoop(), call.owner())
        .addListener(
            (Future<Channel> connected) -> {
              if (ended) {
                closeIfConnected(connected);
              } else if (connected.isSuccess()) {
                begin(connected.getNow(), requests);
              } else {
                ended = true;
                peers.forget(call.sandbox());
                listener.onUnreachable();
              }
            });
  }

  private static void closeIfConnected(Future<Channel> connected) {
    if (connected.isSuccess()) {
      connected.getNow().close();
    }
  }

  private void begin(Channel connected, PeerRequests requests) {
    peer = connected;
    peers.add(this);
    connected.pipeline().get(PeerHandler.class).use(this);
    connected.writeAndFlush(
        requests.toPeer(call.request(), caller.channel(), Peers.authorityOf(call.owner())));
    connected.read();
    listener.onConnected();
    caller.read(); // the body, or the end of the caller
  }

  /** Returns true if the connection of the caller may be read. */
  boolean wantsMore() {
    return peer != null && peer.isWritable();
  }

  /** Passes on a part of the body. */
  void onRequestPart(Object part) {
    boolean last = part instanceof LastHttpContent;
    movedAt = peers.now();
    if (peer == null || ended) {
      ReferenceCountUtil.release(part);
    } else {
      peer.writeAndFlush(part);
    }
    sent |= last;
  }

  /** Ends a stream of events, which has no end by itself. */
  void endStream() {
    if (stream && !ended) {
      abort();
      caller.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
      listener.onForwarded();
    }
  }

  /** The caller is gone. */
  void abort() {
    ended = true;
    peers.remove(this);
    if (peer != null) {
      peer.close();
    }
  }

  /** Reads on if the caller has read. */
  void onCallerWritable() {
    if (peer != null && !ended && caller.channel().isWritable()) {
      peer.read();
    }
  }

  void onPeerWritable() {
    if (wantsMore()) {
      caller.read();
    }
  }

  void onResponseRead() {
    caller.flush();
    onCallerWritable();
  }

  void onResponsePart(Object part) {
    movedAt = peers.now();
    if (ended || ((HttpObject) part).decoderResult().isFailure()) {
      ReferenceCountUtil.release(part);
      onBroken();
    } else if (part instanceof HttpResponse head) {
      onHead(head);
    } else if (interim) {
      interim = !(part instanceof LastHttpContent);
      ReferenceCountUtil.release(part);
    } else {
      caller.write(part, caller.voidPromise());
      if (part instanceof LastHttpContent) {
        onEnd();
      }
    }
  }

  private void onHead(HttpResponse head) {
    interim = ResponseParts.isInterim(head);
    if (interim) {
      caller.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, head.status()));
      return;
    }
    begun = true;
    if (BrokenResponse.isAskedFor(head)) {
      call.exchange().reset();
    }
    reusable = HttpUtil.isKeepAlive(head);
    stream = EVENTS.contentEquals(String.valueOf(HttpUtil.getMimeType(head)));
    if (head.status().equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
      peers.forget(call.sandbox()); // it may have lost the sandbox
    }
    caller.write(head, caller.voidPromise());
  }

  private void onEnd() {
    ended = true;
    peers.remove(this);
    Channel used = peer;
    if (used != null) {
      used.pipeline().get(PeerHandler.class).use(null);
      if (reusable && sent) {
        peers.keep(used, call.owner());
      } else {
        used.close();
      }
    }
    caller.flush();
    listener.onForwarded();
  }

  /** The connection to the other server has ended. */
  void onPeerGone() {
    if (!ended) {
      onBroken();
    }
  }

  private void onBroken() {
    if (ended) {
      return;
    }
    abort();
    peers.forget(call.sandbox());
    if (begun) {
      caller.close();
    } else {
      call.exchange().decline("the server that owns the sandbox broke off; send the request again");
      listener.onForwarded();
    }
  }
}
