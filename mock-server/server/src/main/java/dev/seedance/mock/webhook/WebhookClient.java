package dev.seedance.mock.webhook;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.time.RealTime;
import io.micronaut.core.util.SupplierUtil;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts to receivers.
 *
 * <p>Made of Netty, which the server runs on anyway: it connects to exactly the addresses that were
 * checked, follows no redirect, asks no proxy, keeps no connection, and holds no thread while it
 * waits. Thread-safe.
 */
@Singleton
@SuppressWarnings({
  "FutureReturnValueIgnored", // every result ends up in the reply of its exchange
  "CollectionUndefinedEquality" // a reply is itself alone
})
final class WebhookClient implements AutoCloseable {

  /** The longest that an attempt takes from its connection to its response, in real time. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** The most exchanges of a sandbox at a time. */
  static final int MOST_IN_LANE = 64;

  private static final int MOST_IN_ALL = 256;
  private static final int MOST_WAITING = 10_000;

  private static final Reply TOO_MANY =
      Reply.failed(
          "%d webhooks of this key wait for their receivers; the receiver was not called"
              .formatted(MOST_WAITING));
  private static final Reply CLOSED = Reply.failed("the server is shutting down");

  private final LookUps lookUps;
  private final Timer timer;
  private final Supplier<SslContext> tls;
  private final Lanes lanes = new Lanes(MOST_IN_LANE, MOST_IN_ALL, MOST_WAITING);
  private final Set<CompletableFuture<Reply>> open = ConcurrentHashMap.newKeySet();
  private final Bootstrap bootstrap =
      new Bootstrap()
          .channel(NioSocketChannel.class)
          .group(
              new MultiThreadIoEventLoopGroup(
                  1, new DefaultThreadFactory("mock-webhooks", true), NioIoHandler.newFactory()));
  private volatile boolean closed;

  @Inject
  WebhookClient(TargetPolicy policy, OptionValues options, RealTime realTime) {
    this(
        policy,
        Objects.requireNonNullElse(options.get(MockOptions.WEBHOOK_CA), List.of()),
        realTime::after);
  }

  /** Sends to targets that the policy allows and trusts these certificates beside public ones. */
  WebhookClient(TargetPolicy policy, Collection<X509Certificate> cas, Timer timer) {
    this.lookUps = new LookUps(policy, timer);
    this.timer = timer;
    this.tls = SupplierUtil.memoized(() -> WebhookTrust.context(cas));
  }

  /**
   * Posts JSON, as soon as few enough exchanges are under way.
   *
   * @param lane the sandbox; one with slow receivers keeps no other waiting
   * @param headers those of the webhook
   * @return never completes exceptionally: a failure is a reply too
   */
  CompletableFuture<Reply> post(String lane, String url, Map<String, String> headers, byte[] body) {
    Exchange exchange;
    try {
      exchange = new Exchange(Target.parse(url), headers, body);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(FailedAttempt.reply(e));
    }
    CompletableFuture<Reply> reply = exchange.reply();
    open.add(reply);
    reply.thenRun(() -> open.remove(reply));
    if (closed) {
      reply.complete(CLOSED);
    } else if (!lanes.run(lane, () -> begin(lane, exchange))) {
      reply.complete(TOO_MANY);
    }
    return reply;
  }

  /** Ends what is under way: each connection is closed, and each reply says why. */
  @Override
  @PreDestroy
  public void close() {
    closed = true;
    open.forEach(reply -> reply.complete(CLOSED));
    lookUps.close();
    bootstrap.config().group().shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private CompletableFuture<Reply> begin(String lane, Exchange exchange) {
    CompletableFuture<Reply> reply = exchange.reply();
    if (!reply.isDone()) {
      lookUps
          .addresses(lane, exchange.target())
          .whenComplete(
              (addresses, failure) -> {
                if (failure != null) {
                  reply.complete(FailedAttempt.reply(failure));
                } else if (!reply.isDone()) { // a look-up may end after the client
                  connect(exchange, addresses);
                }
              });
    }
    return reply;
  }

  private void connect(Exchange exchange, List<InetAddress> addresses) {
    CompletableFuture<Reply> reply = exchange.reply();
    var limit = timer.after(TIMEOUT, () -> reply.complete(FailedAttempt.TIMED_OUT));
    reply.thenRun(() -> limit.cancel(false));
    try {
      Bootstrap connector = bootstrap.clone().handler(exchange.handler(tls));
      connect(connector, exchange, addresses.iterator(), null);
    } catch (RuntimeException e) {
      reply.complete(FailedAttempt.reply(e));
    }
  }

  /**
   * Tries one address after the other: a name such as localhost has an IPv4 and an IPv6 one. The
   * failure of the first is told, because a machine may have no route to the others.
   */
  private static void connect(
      Bootstrap connector,
      Exchange exchange,
      Iterator<InetAddress> addresses,
      @Nullable Throwable first) {
    ChannelFutureListener next =
        connected -> {
          Throwable failure = first == null ? connected.cause() : first;
          if (connected.isSuccess()) {
            connected.channel().writeAndFlush(exchange.request());
          } else if (addresses.hasNext() && !exchange.reply().isDone()) {
            connect(connector, exchange, addresses, failure);
          } else {
            exchange.reply().complete(FailedAttempt.reply(failure));
          }
        };
    connector.connect(addresses.next(), exchange.target().port()).addListener(next);
  }
}
