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
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Posts to receivers.
 *
 * <p>Made of Netty, which the server runs on anyway: it connects to exactly the addresses that were
 * checked, follows no redirect, asks no proxy, keeps no connection, and holds no thread while it
 * waits. Thread-safe.
 */
@Singleton
@SuppressWarnings("FutureReturnValueIgnored") // every result ends up in the reply of its exchange
final class WebhookClient implements AutoCloseable {

  /** The longest that an attempt takes, in real time: lookup, connection, request and response. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final int MAX_EXCHANGES = 128;
  private static final int LOOKUP_THREADS = 4;

  private final TargetPolicy policy;
  private final RealTime realTime;
  private final Duration timeout;
  private final Supplier<SslContext> tls;
  private final Sinks.Many<Exchange> queue = Sinks.many().unicast().onBackpressureBuffer();
  private final ExecutorService lookups =
      Executors.newFixedThreadPool(
          LOOKUP_THREADS, new DefaultThreadFactory("mock-webhook-lookup", true));
  private final Bootstrap bootstrap =
      new Bootstrap()
          .channel(NioSocketChannel.class)
          .group(
              new MultiThreadIoEventLoopGroup(
                  1, new DefaultThreadFactory("mock-webhooks", true), NioIoHandler.newFactory()));

  @Inject
  WebhookClient(TargetPolicy policy, OptionValues options, RealTime realTime) {
    this(
        policy,
        Objects.requireNonNullElse(options.get(MockOptions.WEBHOOK_CA), List.of()),
        realTime,
        TIMEOUT);
  }

  /** Sends to targets that the policy allows and trusts these certificates beside public ones. */
  WebhookClient(
      TargetPolicy policy, Collection<X509Certificate> cas, RealTime realTime, Duration timeout) {
    this.policy = policy;
    this.realTime = realTime;
    this.timeout = timeout;
    this.tls = SupplierUtil.memoized(() -> WebhookTrust.context(cas));
    queue.asFlux().flatMap(exchange -> Mono.fromFuture(begin(exchange)), MAX_EXCHANGES).subscribe();
  }

  /**
   * Posts JSON, as soon as fewer than {@value #MAX_EXCHANGES} exchanges are under way.
   *
   * @param headers those of the webhook
   * @return never completes exceptionally: a failure is a reply too
   */
  CompletableFuture<Reply> post(String url, Map<String, String> headers, byte[] body) {
    try {
      var exchange = new Exchange(Target.parse(url), headers, body);
      synchronized (queue) {
        queue.tryEmitNext(exchange).orThrow();
      }
      return exchange.reply();
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(FailedAttempt.reply(e));
    }
  }

  @Override
  @PreDestroy
  public void close() {
    lookups.shutdownNow();
    bootstrap.config().group().shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private CompletableFuture<Reply> begin(Exchange exchange) {
    var reply = exchange.reply();
    var limit = realTime.after(timeout, () -> reply.complete(FailedAttempt.TIMED_OUT));
    reply.thenRun(() -> limit.cancel(false));
    try {
      lookups.execute(() -> connect(exchange));
    } catch (RejectedExecutionException e) {
      reply.complete(Reply.failed("the server is shutting down"));
    }
    return reply;
  }

  private void connect(Exchange exchange) {
    var target = exchange.target();
    try {
      var addresses = policy.addresses(target).iterator();
      connect(bootstrap.clone().handler(exchange.handler(tls)), exchange, addresses);
    } catch (UnknownHostException e) {
      exchange.reply().complete(Reply.failed("no address is known for '" + target.host() + "'"));
    } catch (RuntimeException e) {
      exchange.reply().complete(FailedAttempt.reply(e));
    }
  }

  /** Tries one address after the other: a name such as localhost has an IPv4 and an IPv6 one. */
  private static void connect(
      Bootstrap connector, Exchange exchange, Iterator<InetAddress> addresses) {
    ChannelFutureListener next =
        connected -> {
          if (connected.isSuccess()) {
            connected.channel().writeAndFlush(exchange.request());
          } else if (addresses.hasNext() && !exchange.reply().isDone()) {
            connect(connector, exchange, addresses);
          } else {
            exchange.reply().complete(FailedAttempt.reply(connected.cause()));
          }
        };
    connector.connect(addresses.next(), exchange.target().port()).addListener(next);
  }
}
