package dev.seedance.mock;

import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.server.RunningServer;
import dev.seedance.mock.time.RealTime;
import dev.seedance.mock.time.TimeSource;
import io.micronaut.context.BeanContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A mock server inside another program, for callers that share no class with it but the JDK's.
 *
 * <p>The test kit loads this class from the runnable jar, in a class loader of its own, and calls
 * it by reflection: names, parameters and JDK types of its public methods are a contract between
 * jars of different versions. {@link #close()} stops the server and frees the port.
 */
public final class EmbeddedMock implements AutoCloseable {

  /**
   * Says where Hibernate Validator greets: on SLF4J, which says no more than warnings here. By
   * itself it takes the JDK's logger, which is the program's too.
   */
  private static final String LOGGING_PROVIDER = "org.jboss.logging.provider";

  /** Properties that are as before when a server has started: the program's libraries read them. */
  private static final List<String> SET_BY_LIBRARIES =
      List.of(LOGGING_PROVIDER, "io.netty.allocator.maxOrder", "micronaut.classloader.logging");

  private final RunningServer server;

  private EmbeddedMock(RunningServer server) {
    this.server = server;
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @param realTime never goes back, and sandboxes flow relative to it; null for that of this
   *     machine
   * @param arguments as on the command line
   * @throws IllegalArgumentException if an argument is wrong, with the command's own message
   * @throws IllegalStateException if the port can't be bound
   */
  public static synchronized EmbeddedMock start(
      @Nullable InstantSource realTime, String... arguments) {
    Map<String, String> before = properties();
    try {
      System.setProperty(LOGGING_PROVIDER, "slf4j");
      Logger.getLogger(EmbeddedMock.class); // it reads the property now or never
      TimeSource source = realTime == null ? RealTime.ofThisMachine() : TimeSource.of(realTime);
      return new EmbeddedMock(RunningServer.start(MockCommand.read(arguments), source));
    } finally {
      SET_BY_LIBRARIES.forEach(System::clearProperty);
      System.getProperties().putAll(before);
    }
  }

  private static Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    for (String name : SET_BY_LIBRARIES) {
      String value = System.getProperty(name);
      if (value != null) {
        properties.put(name, value);
      }
    }
    return properties;
  }

  /** Returns the server's address, such as {@code http://127.0.0.1:8080}, without a path. */
  public URI baseUrl() {
    return server.baseUrl();
  }

  /** Stops the server, and the threads that would keep its classes in memory for a minute. */
  @Override
  public void close() {
    var pools = server.bean(BeanContext.class).getActiveBeanRegistrations(ExecutorService.class);
    server.close();
    pools.forEach(pool -> pool.bean().shutdown());
  }
}
