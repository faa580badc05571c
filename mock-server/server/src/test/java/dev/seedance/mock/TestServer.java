package dev.seedance.mock;

import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.TlsOptions;
import dev.seedance.mock.server.RunningServer;
import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.TimeSource;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on a free port.
 *
 * <p>In a static field with {@code @RegisterExtension} it starts before the first test of the class
 * and closes after the last; each test has a key of its own, and so a sandbox of its own. Further
 * servers of one test are started in a try-with-resources statement.
 */
public final class TestServer
    implements Calls, BeforeAllCallback, BeforeEachCallback, AfterAllCallback, AutoCloseable {

  private final OptionValues options;
  private final TimeSource realTime;
  private final @Nullable SandboxStore store;
  private String key = "any-key";
  private @Nullable RunningServer running;

  private TestServer(OptionValues options, TimeSource realTime, @Nullable SandboxStore store) {
    this.options = options;
    this.realTime = realTime;
    this.store = store;
  }

  /** Creates a server with options as on the command line. */
  public static TestServer with(String... options) {
    return with(MockCommand.read(options));
  }

  /** Creates a server with options. */
  public static TestServer with(OptionValues options) {
    return new TestServer(
        options.with(MockOptions.PORT, 0).with(TlsOptions.TLS_PORT, 0),
        RealTime.ofThisMachine(),
        null);
  }

  /** Returns a server with the same options and another real time. */
  public TestServer at(TimeSource time) {
    return new TestServer(options, time, store);
  }

  /** Returns a server with the same options and a store. */
  public TestServer on(SandboxStore shared) {
    return new TestServer(options, realTime, shared);
  }

  /** Starts the server and returns it. */
  public TestServer start() {
    running = RunningServer.start(options, realTime, store);
    return this;
  }

  @Override
  public void close() {
    running().close();
    running = null;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    key = "key-" + Integer.toHexString(context.getUniqueId().hashCode());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public URI baseUrl() {
    return running().baseUrl();
  }

  /** Returns the server's address for HTTPS. */
  public URI tlsUrl() {
    return Objects.requireNonNull(running().tlsUrl());
  }

  @Override
  public String key() {
    return key;
  }

  /** Returns a part of the server. */
  public <T> T bean(Class<T> type) {
    return running().bean(type);
  }

  private RunningServer running() {
    return Objects.requireNonNull(running, "the server is not started");
  }
}
