package dev.seedance.mock;

import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.server.RunningServer;
import java.net.URI;
import java.time.InstantSource;

/**
 * A mock server inside another program, for callers that share no class with it but the JDK's.
 *
 * <p>The test kit loads this class from the runnable jar, in a class loader of its own, and calls
 * it by reflection: names, parameters and JDK types of its public methods are a contract between
 * jars of different versions. {@link #close()} stops the server and frees the port.
 */
public final class EmbeddedMock implements AutoCloseable {

  private final RunningServer server;

  private EmbeddedMock(RunningServer server) {
    this.server = server;
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @param realTime never goes back; sandboxes flow relative to it
   * @param arguments as on the command line
   * @throws IllegalArgumentException if an argument is wrong, with the command's own message
   * @throws IllegalStateException if the port can't be bound
   */
  public static EmbeddedMock start(InstantSource realTime, String... arguments) {
    return new EmbeddedMock(RunningServer.start(MockCommand.read(arguments), realTime));
  }

  /** Returns the server's address, such as {@code http://127.0.0.1:8080}, without a path. */
  public URI baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void close() {
    server.close();
  }
}
