package dev.seedance.mock;

import dev.seedance.mock.generation.LateValidator;
import dev.seedance.mock.generation.Task;
import dev.seedance.mock.journal.JournalEntry;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import dev.seedance.mock.scenario.Scenarios;
import dev.seedance.mock.webhook.Webhooks;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

/**
 * A running mock server, seen with one API key: where to call it, and what is in that key's
 * sandbox.
 *
 * <pre>{@code
 * try (var mock = MockServer.start(MockOptions.builder().build())) {
 *   mock.scenarios().register("{\"name\":\"always-late\",\"match\":{}, ...}");
 *   call(mock.baseUrl(), mock.apiKey());
 * }
 * }</pre>
 *
 * <p>Other keys have sandboxes of their own: {@link #withApiKey}. Thread-safe. {@link #close()} of
 * what {@link #start} gave stops the server and frees the port.
 */
public final class MockServer implements AutoCloseable {

  private static final String DEFAULT_KEY = "mock-key";

  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final String apiKey;
  private final boolean owner;

  private MockServer(
      ApplicationContext context, EmbeddedServer server, String apiKey, boolean owner) {
    this.context = context;
    this.server = server;
    this.apiKey = apiKey;
    this.owner = owner;
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
    ApplicationContext context = ServerContext.start(options, realTime);
    try {
      var server = context.getBean(EmbeddedServer.class).start();
      context.getBean(LateValidator.class); // not before: it would hold up the first answers
      String key = options.apiKeys().stream().sorted().findFirst().orElse(DEFAULT_KEY);
      return new MockServer(context, server, key, true);
    } catch (ServerStartupException e) {
      context.close();
      throw new IllegalStateException(
          "can't listen on %s:%d: %s; choose another port (0 for a free one) or host"
              .formatted(options.host(), options.port(), rootMessage(e)),
          e);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  /**
   * Where the server answers, such as {@code http://127.0.0.1:8080}, without a slash at its end.
   */
  public URI baseUrl() {
    return URI.create("http://" + server.getHost() + ":" + server.getPort());
  }

  /**
   * The key to call with, as {@code Authorization: Bearer <key>}. Default: the first of {@link
   * MockOptions#apiKeys()} in the alphabet; {@code mock-key} where none is named.
   */
  public String apiKey() {
    return apiKey;
  }

  /**
   * The same server with another key, and so with another sandbox. Closing it does nothing.
   *
   * @throws IllegalArgumentException where the options name the keys and this is none of them
   */
  public MockServer withApiKey(String key) {
    var welcome = context.getBean(MockOptions.class).apiKeys();
    if (!welcome.isEmpty() && !welcome.contains(key)) {
      throw new IllegalArgumentException("the server was not started with this API key");
    }
    return new MockServer(context, server, key, false);
  }

  /** The time of this key's sandbox. */
  public MockClock clock() {
    return new MockClock(this::sandbox);
  }

  /** The webhook settings of this key's sandbox, and what was sent. */
  public Webhooks webhooks() {
    return sandbox().webhooks();
  }

  /** The scenarios of this key's sandbox. */
  public Scenarios scenarios() {
    return sandbox().scenarios();
  }

  /** The tasks of this key's sandbox, oldest first. */
  public List<Task> tasks() {
    return sandbox().tasks().all();
  }

  /** The calls with this key that the journal keeps, oldest first. */
  public List<JournalEntry> requests() {
    return sandbox().journal().find(entry -> true);
  }

  /** Forgets all that is in this key's sandbox; the next call finds a fresh one. */
  public void reset() {
    context.getBean(Sandboxes.class).forget(apiKey);
  }

  /** Stops the server, unless this is only another key's view of it. */
  @Override
  public void close() {
    if (owner) {
      server.stop();
      context.close();
    }
  }

  private Sandbox sandbox() {
    return context.getBean(Sandboxes.class).ofKey(apiKey);
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
