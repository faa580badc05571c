package dev.seedance.mock;

import dev.seedance.mock.clock.RealTime;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/**
 * A running mock server.
 *
 * <pre>{@code
 * try (var mock = MockServer.start(MockOptions.builder().build())) {
 *   call(mock.baseUrl());
 * }
 * }</pre>
 *
 * <p>Thread-safe. {@link #close()} stops it and frees the port.
 */
public final class MockServer implements AutoCloseable {

  /** The largest request body in bytes; a larger one is refused with 413. */
  private static final int MAX_BODY = dev.seedance.validator.RequestValidator.MAX_BODY_BYTES;

  private final ApplicationContext context;
  private final EmbeddedServer server;

  private MockServer(ApplicationContext context) {
    this.context = context;
    this.server = context.getBean(EmbeddedServer.class).start();
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @throws IllegalStateException where the port can't be bound
   */
  public static MockServer start(MockOptions options) {
    return start(options, Clock.systemUTC());
  }

  /**
   * Starts a server with another idea of real time; sandboxes flow relative to it.
   *
   * @param realTime never goes back
   * @throws IllegalStateException where the port can't be bound
   */
  public static MockServer start(MockOptions options, InstantSource realTime) {
    var context =
        ApplicationContext.builder()
            .banner(false)
            .bootstrapEnvironment(false)
            .deduceEnvironment(false)
            .environmentPropertySource(false)
            .singletons(options, new RealTime(realTime))
            .properties(
                Map.of(
                    "micronaut.server.host",
                    options.host(),
                    "micronaut.server.port",
                    options.port() == 0 ? -1 : options.port(),
                    "micronaut.server.max-request-size",
                    MAX_BODY,
                    "micronaut.server.date-header",
                    false,
                    "micronaut.server.log-handled-exceptions",
                    false,
                    "jackson.serialization-inclusion",
                    "ALWAYS"))
            .start();
    try {
      return new MockServer(context);
    } catch (RuntimeException e) {
      context.close();
      throw new IllegalStateException(
          "can't listen on %s:%d: %s; choose another port, or 0 for a free one"
              .formatted(options.host(), options.port(), rootMessage(e)),
          e);
    }
  }

  /**
   * Where the server answers, such as {@code http://127.0.0.1:8080}, without a slash at its end.
   */
  public URI baseUrl() {
    return URI.create("http://" + server.getHost() + ":" + server.getPort());
  }

  /** Stops the server. */
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
    return String.valueOf(root.getMessage());
  }
}
