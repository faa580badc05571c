package dev.seedance.mock.server;

import dev.seedance.mock.cluster.Cluster;
import dev.seedance.mock.http.Authority;
import dev.seedance.mock.http.netty.Connections;
import dev.seedance.mock.log.LogOutput;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.StoreOptions;
import dev.seedance.mock.options.TlsOptions;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.scenario.BuiltInScenarios;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.jdbc.Stores;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.TimeSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running mock server. Thread-safe; {@link #close()} stops it and frees the port. */
public final class RunningServer implements AutoCloseable {

  /** The longest time for responses under way; a container is killed after 10 seconds. */
  private static final Duration GRACE = Duration.ofSeconds(8);

  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final @Nullable EmbeddedServer tls;

  private RunningServer(
      ApplicationContext context, EmbeddedServer server, @Nullable EmbeddedServer tls) {
    this.context = context;
    this.server = server;
    this.tls = tls;
  }

  /**
   * Starts a server and returns when it listens.
   *
   * @param realTime sandboxes flow relative to it
   * @throws IllegalArgumentException if an option names an unknown scenario, or two of them name a
   *     store
   * @throws IllegalStateException if the port can't be bound
   */
  public static RunningServer start(OptionValues options, TimeSource realTime) {
    requireStartable(options);
    return start(options, realTime, store(options, realTime));
  }

  /** Opens the store that the options ask for; null if they ask for none. */
  private static @Nullable SandboxStore store(OptionValues options, TimeSource realTime) {
    boolean asked =
        options.get(StoreOptions.DATA) != null || options.get(StoreOptions.DATABASE) != null;
    return asked ? Stores.open(options, new RealTime(realTime)) : null;
  }

  /**
   * Starts a server with a store and returns when it listens.
   *
   * @param realTime sandboxes flow relative to it
   * @param store outlives the server, which closes it; null if there is none
   * @throws IllegalArgumentException if an option names an unknown scenario
   * @throws IllegalStateException if the port can't be bound
   */
  public static RunningServer start(
      OptionValues options, TimeSource realTime, @Nullable SandboxStore store) {
    requireStartable(options);
    LogOutput.use(options.get(MockOptions.LOG_FORMAT));
    ApplicationContext context = ServerContext.start(options, realTime, store);
    try {
      var tls = TlsOptions.areIn(options) ? TlsServer.create(options, context) : null;
      var started = new RunningServer(context, context.getBean(EmbeddedServer.class), tls);
      started.listen(options);
      return started;
    } catch (RuntimeException e) {
      close(context, store);
      throw e;
    }
  }

  private void listen(OptionValues options) {
    listen(server, options, MockOptions.PORT);
    if (tls != null) {
      listen(tls, options, TlsOptions.TLS_PORT);
    }
    cluster().ifPresent(cluster -> cluster.join(baseUrl()));
  }

  private static void listen(EmbeddedServer server, OptionValues options, Option<Integer> port) {
    try {
      server.start();
    } catch (ServerStartupException e) {
      throw new IllegalStateException(
          "can't listen on %s: %s; choose another port (0 for a free one) or host"
              .formatted(
                  Authority.of(options.get(MockOptions.HOST), options.get(port)), rootMessage(e)),
          e);
    }
  }

  private static void close(ApplicationContext context, @Nullable SandboxStore store) {
    context.close();
    if (store != null) {
      store.close();
    }
  }

  /**
   * Checks the options that name parts of the server.
   *
   * @return the options
   * @throws IllegalArgumentException if the scenario is unknown, or there are two stores
   */
  public static OptionValues requireStartable(OptionValues options) {
    String scenario = options.get(MockOptions.SCENARIO);
    if (!scenario.equals(MockOptions.SCENARIO.fallback())) {
      BuiltInScenarios.require(scenario);
    }
    if (options.get(StoreOptions.DATA) != null && options.get(StoreOptions.DATABASE) != null) {
      throw new IllegalArgumentException(
          "%s and %s are both given; expected one of them"
              .formatted(StoreOptions.DATA.flag(), StoreOptions.DATABASE.flag()));
    }
    return options;
  }

  /** Returns the server's address, such as {@code http://127.0.0.1:8080}, without a path. */
  public URI baseUrl() {
    return URI.create("http://" + Authority.of(server.getHost(), server.getPort()));
  }

  /** Returns the server's address for HTTPS; null if it speaks HTTP only. */
  public @Nullable URI tlsUrl() {
    return tls == null
        ? null
        : URI.create("https://" + Authority.of(server.getHost(), tls.getPort()));
  }

  /** Returns a part of the server; for the server's own tests. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /**
   * Stops the server and frees the port. Requests that are being served are finished; delayed
   * responses become a 503, and streams of events end.
   */
  @Override
  public synchronized void close() {
    if (!server.isRunning()) {
      return;
    }
    finish();
    cluster().ifPresent(Cluster::leave);
    if (tls != null) {
      tls.stop();
    }
    server.stop();
    context.close();
  }

  private Optional<Cluster> cluster() {
    return context.findBean(Cluster.class);
  }

  private void finish() {
    context.getBean(Connections.class).stop(); // first: to Micronaut a delayed response is sent,
    context.getBean(Sandboxes.class).close(); // and a sandbox that closes sends it
    List<GracefulShutdownCapable> servers = new ArrayList<>();
    if (server instanceof GracefulShutdownCapable graceful) {
      servers.add(graceful);
    }
    if (tls instanceof GracefulShutdownCapable graceful) {
      servers.add(graceful);
    }
    var finished = GracefulShutdownCapable.shutdownAll(servers.stream());
    try { // what is not finished after that is cut
      RealTime.await(finished.toCompletableFuture(), GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof UnresolvedAddressException
        ? "no such host"
        : String.valueOf(root.getMessage());
  }
}
