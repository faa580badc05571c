package dev.seedance.mock.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The sandboxes of a run's tests, and the servers that they are on.
 *
 * <p>A framework may load the kit more than once in a run. Keys and what is read from the run's
 * store are therefore of the JDK's types: the copies share the servers.
 */
final class Sandboxes {

  private static final Namespace NAMESPACE = Namespace.create("dev.seedance.mock.testkit");

  private Sandboxes() {}

  /** A server for all tests of a run that want the same options; its text is its address. */
  @SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else
  private record SharedServer(MockServer server) implements Store.CloseableResource, AutoCloseable {
    @Override
    public void close() {
      server.close();
    }

    @Override
    public String toString() {
      return server.baseUrl().toString();
    }
  }

  /** A sandbox that is emptied when its test is over. */
  @SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else
  private record FreshSandbox(MockServer server) implements Store.CloseableResource, AutoCloseable {
    @Override
    public void close() {
      server.reset();
    }
  }

  /** Returns the sandbox of a test, the same at each call for the same settings. */
  static MockServer of(ExtensionContext context, Settings settings) {
    String test = context.getUniqueId();
    List<String> options = settings.options();
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            "%s with %s".formatted(test, options),
            key -> new FreshSandbox(MockServer.connect(server(context, options), apiKey(test))),
            FreshSandbox.class)
        .server();
  }

  private static String server(ExtensionContext context, List<String> options) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            options.toString(),
            key -> new SharedServer(MockServer.start(options.toArray(String[]::new))))
        .toString();
  }

  /** Returns a key that is the same in every run, and other than that of any other test. */
  private static String apiKey(String test) {
    return "test-" + UUID.nameUUIDFromBytes(test.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reserves an instance for a test, whose sandbox its fields will hold.
   *
   * @throws ExtensionConfigurationException when another test runs on the same instance
   */
  static void occupy(Object instance, ExtensionContext context) {
    String test = context.getUniqueId();
    String other = occupied(context).putIfAbsent(instance, test);
    if (other != null && !other.equals(test)) {
      throw new ExtensionConfigurationException(
          "two tests run on one instance of %s at the same time, and a field can hold the sandbox of"
                  .formatted(instance.getClass().getName())
              + " one only: take MockServer as a parameter of the tests, or leave out"
              + " Lifecycle.PER_CLASS or ExecutionMode.CONCURRENT");
    }
  }

  static void leave(Object instance, ExtensionContext context) {
    occupied(context).remove(instance, context.getUniqueId());
  }

  @SuppressWarnings("unchecked") // nobody else has this namespace
  private static Map<Object, String> occupied(ExtensionContext context) {
    return (Map<Object, String>)
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                "instances",
                key -> Collections.synchronizedMap(new IdentityHashMap<Object, String>()));
  }
}
