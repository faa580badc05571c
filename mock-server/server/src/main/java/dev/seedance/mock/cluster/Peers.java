package dev.seedance.mock.cluster;

import dev.seedance.mock.http.netty.HttpLimits;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.SandboxStore.Member;
import dev.seedance.spec.http.HttpUrl;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The other servers: which sandboxes they were seen to own, and connections to them.
 *
 * <p>A connection belongs to one event loop, and serves one request at a time; it is kept for the
 * next one. There are never more than the callers of that loop have. Thread-safe.
 */
final class Peers {

  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /** The longest line of a chunked body, as the codec's own default. */
  private static final int MAX_CHUNK = 8_192;

  private record Known(Member owner, Duration until) {}

  private final Terms terms;
  private final Map<String, Known> owners = new ConcurrentHashMap<>();
  private final Map<EventLoop, Map<String, Deque<Channel>>> unused = new ConcurrentHashMap<>();

  /** The requests that are passed on now. */
  private final Set<Forward> underWay = ConcurrentHashMap.newKeySet();

  Peers(Terms terms) {
    this.terms = terms;
  }

  void add(Forward forward) {
    underWay.add(forward);
  }

  void remove(Forward forward) {
    underWay.remove(forward);
  }

  /** Returns now, in the flow of real time. */
  Duration now() {
    return terms.realTime().flowed();
  }

  /**
   * Breaks off what is passed on to servers that have died without a word, or stand still. Asks the
   * store only if nothing has moved for as long as a lease.
   */
  void breakOffSilent(SandboxStore store) {
    Duration before = now().minus(terms.lease());
    List<Forward> silent =
        underWay.stream().filter(one -> one.movedAt().compareTo(before) < 0).toList();
    if (silent.isEmpty()) {
      return;
    }
    Instant alive = store.now().minus(terms.lease());
    Set<String> members =
        store.members(0).stream()
            .filter(one -> one.seenAt().isAfter(alive))
            .map(one -> one.member().id())
            .collect(Collectors.toSet());
    silent.stream().filter(one -> !members.contains(one.owner().id())).forEach(Forward::breakOff);
  }

  /** Returns the server that was seen to own a sandbox a short while ago; null if none was. */
  @Nullable Member ownerOf(String sandbox) {
    Known known = owners.get(sandbox);
    return known == null || known.until().compareTo(terms.realTime().flowed()) <= 0
        ? null
        : known.owner();
  }

  /** Remembers an owner for as long as a lease. */
  void remember(String sandbox, Member owner) {
    owners.put(sandbox, new Known(owner, terms.realTime().flowed().plus(terms.lease())));
  }

  /** Forgets the owner of a sandbox, which may have moved. */
  void forget(String sandbox) {
    owners.remove(sandbox);
  }

  /** Forgets owners that were seen too long ago. */
  void forgetOld() {
    Duration now = terms.realTime().flowed();
    owners.values().removeIf(known -> known.until().compareTo(now) <= 0);
  }

  /** Returns the part of a server's address that a header {@code Host} has. */
  static String authorityOf(Member owner) {
    HttpUrl url = url(owner);
    return url.host() + ":" + url.port();
  }

  /** Connects to a server, or takes a connection that is not used. To be called by the loop. */
  Future<Channel> connect(EventLoop loop, Member owner) {
    Deque<Channel> kept = kept(loop, owner);
    for (Channel channel = kept.poll(); channel != null; channel = kept.poll()) {
      if (channel.isActive()) {
        return loop.newSucceededFuture(channel);
      }
    }
    var connected = loop.<Channel>newPromise();
    HttpUrl url = url(owner);
    var attempt =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECTING.toMillis())
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.AUTO_READ, false)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpClientCodec(
                                HttpLimits.MAX_FIRST_LINE, HttpLimits.MAX_HEADERS, MAX_CHUNK))
                        .addLast(new PeerHandler());
                  }
                })
            .connect(url.host(), url.port());
    attempt.addListener(
        done -> {
          if (done.isSuccess()) {
            connected.setSuccess(attempt.channel());
          } else {
            connected.setFailure(done.cause());
          }
        });
    return connected;
  }

  /** Keeps a connection for the next request. To be called by its loop. */
  void keep(Channel channel, Member owner) {
    kept(channel.eventLoop(), owner).push(channel);
    channel.read(); // to see its end
  }

  private Deque<Channel> kept(EventLoop loop, Member owner) {
    return unused
        .computeIfAbsent(loop, any -> new HashMap<>())
        .computeIfAbsent(owner.id(), any -> new ArrayDeque<>());
  }

  private static HttpUrl url(Member owner) {
    HttpUrl url = HttpUrl.parse(owner.address());
    if (url == null) {
      throw new IllegalStateException("the address of a member is no URL: " + owner.address());
    }
    return url;
  }
}
