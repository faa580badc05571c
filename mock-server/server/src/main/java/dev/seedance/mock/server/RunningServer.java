package dev.seedance.mock.server;

import dev.seedance.mock.http.Authority;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.scenario.BuiltInScenarios;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;

/** A running mock server. Thread-safe; {@link #close()} stops it and frees the port. */
public final class RunningServer implements AutoCloseable {

  private final ApplicationContext context;
  private final EmbeddedServer server;

  private RunningServer(ApplicationContext context, EmbeddedServer server) {
    this.context = context;
    this.server = server;
  }

  /**
   * Starts a server and returns when it listens.
   *
   * @param realTime never goes back; sandboxes flow relative to it
   * @throws IllegalArgumentException if an option names an unknown scenario
   * @throws IllegalStateException if the port can't be bound
   */
  public static RunningServer start(OptionValues options, InstantSource realTime) {
    requireStartable(options);
    ApplicationContext context = ServerContext.start(options, realTime);
    try {
      return new RunningServer(context, context.getBean(EmbeddedServer.class).start());
    } catch (ServerStartupException e) {
      context.close();
      throw new IllegalStateException(
          "can't listen on %s: %s; choose another port (0 for a free one) or host"
              .formatted(
                  Authority.of(options.get(MockOptions.HOST), options.get(MockOptions.PORT)),
                  rootMessage(e)),
          e);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  /**
   * Checks the options that name parts of the server.
   *
   * @return the options
   * @throws IllegalArgumentException if the scenario is unknown
   */
  public static OptionValues requireStartable(OptionValues options) {
    String scenario = options.get(MockOptions.SCENARIO);
    if (!scenario.equals(MockOptions.SCENARIO.fallback())) {
      BuiltInScenarios.require(scenario);
    }
    return options;
  }

  /** Returns the server's address, such as {@code http://127.0.0.1:8080}, without a path. */
  public URI baseUrl() {
    return URI.create("http://" + Authority.of(server.getHost(), server.getPort()));
  }

  /** Returns a part of the server; for the server's own tests. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    server.stop();
    context.close();
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
