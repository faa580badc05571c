package dev.seedance.mock.webhook;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.micronaut.core.util.SupplierUtil;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Posts to receivers.
 *
 * <p>Made of Netty, which the server runs on anyway: it connects to exactly the address that it is
 * given, follows no redirect, keeps no connection, asks no proxy, and holds no thread while it
 * waits. Name and certificate of a TLS receiver are checked against the URL's host. Thread-safe.
 */
@Singleton
final class WebhookClient implements AutoCloseable {

  /** How long an attempt may take, in real time: connecting, sending and the answer (contract). */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final int CONNECTIONS = 128;
  private static final int MAX_LINE = 4_096;
  private static final int MAX_HEADERS = 8_192;
  private static final int LOOKUPS = 4;

  private final TargetPolicy policy;
  private final Duration timeout;
  private final Lanes lanes = new Lanes(CONNECTIONS);
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("mock-webhooks", true), NioIoHandler.newFactory());
  private final ExecutorService lookups = lookupThreads();

  private final Supplier<SslContext> tls;

  @Inject
  WebhookClient(TargetPolicy policy, OptionValues options) {
    this(
        policy,
        Objects.requireNonNullElse(options.get(MockOptions.WEBHOOK_CA), List.of()),
        TIMEOUT);
  }

  /** Sends where the policy allows, to receivers with these certificates beside public ones. */
  WebhookClient(TargetPolicy policy, Collection<X509Certificate> cas, Duration timeout) {
    this.policy = policy;
    this.tls = SupplierUtil.memoized(() -> WebhookTrust.context(cas));
    this.timeout = timeout;
  }

  /**
   * Posts JSON.
   *
   * @param headers those of the webhook
   * @return never ends exceptionally: whatever goes wrong is a reply too
   */
  CompletableFuture<Reply> post(String url, Map<String, String> headers, byte[] body) {
    Target target;
    try {
      target = Target.parse(url);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(Reply.failed(FailedAttempt.reason(e)));
    }
    return lanes.enter(() -> exchange(target, headers, body));
  }

  @Override
  @PreDestroy
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the end
  public void close() {
    lookups.shutdownNow();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private CompletableFuture<Reply> exchange(
      Target target, Map<String, String> headers, byte[] body) {
    var reply = new CompletableFuture<Reply>();
    try {
      lookups.execute(() -> begin(target, headers, body, reply));
    } catch (RuntimeException e) {
      reply.complete(Reply.failed("the server is shutting down"));
    }
    return reply
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> Reply.failed(FailedAttempt.reason(failure)));
  }

  private void begin(
      Target target, Map<String, String> headers, byte[] body, CompletableFuture<Reply> reply) {
    try {
      var bootstrap = bootstrap(target, headers, body, reply);
      connect(bootstrap, target.port(), policy.addresses(target).iterator(), reply);
    } catch (UnknownHostException e) {
      reply.complete(Reply.failed("no address is known for '" + target.host() + "'"));
    } catch (RuntimeException e) {
      reply.complete(Reply.failed(FailedAttempt.reason(e)));
    }
  }

  private Bootstrap bootstrap(
      Target target, Map<String, String> headers, byte[] body, CompletableFuture<Reply> reply) {
    SslContext context = target.tls() ? tls.get() : null;
    return new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                if (context != null) {
                  channel
                      .pipeline()
                      .addLast(context.newHandler(channel.alloc(), target.host(), target.port()));
                }
                channel
                    .pipeline()
                    .addLast(new HttpClientCodec(MAX_LINE, MAX_HEADERS, Exchange.READ_BYTES))
                    .addLast(new Exchange(request(target, headers, body), reply));
              }
            });
  }

  /** Tries one address after the other: a name such as localhost has an IPv4 and an IPv6 one. */
  @SuppressWarnings("FutureReturnValueIgnored") // the listener is what counts
  private static void connect(
      Bootstrap bootstrap,
      int port,
      Iterator<InetAddress> addresses,
      CompletableFuture<Reply> reply) {
    var address = new InetSocketAddress(addresses.next(), port);
    bootstrap
        .connect(address)
        .addListener(
            connected -> {
              if (connected.isSuccess() || reply.isDone()) {
                return;
              }
              if (addresses.hasNext()) {
                connect(bootstrap, port, addresses, reply);
              } else {
                reply.complete(Reply.failed(FailedAttempt.reason(connected.cause())));
              }
            });
  }

  private static FullHttpRequest request(Target target, Map<String, String> headers, byte[] body) {
    var request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, target.path(), Unpooled.wrappedBuffer(body));
    request.headers().set(HttpHeaderNames.HOST, target.hostHeader());
    headers.forEach(request.headers()::set);
    request
        .headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return request;
  }

  private static ExecutorService lookupThreads() {
    var threads =
        new ThreadPoolExecutor(
            LOOKUPS,
            LOOKUPS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory("mock-webhook-lookup", true));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
