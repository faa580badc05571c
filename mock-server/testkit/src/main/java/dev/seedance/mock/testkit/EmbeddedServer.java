package dev.seedance.mock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A server in this JVM that shares no class with the program but the JDK's: it runs from the
 * runnable jar that the kit carries, in a class loader of its own.
 *
 * <p>Servers share that loader, because its second server starts in a tenth of the time. It can be
 * collected when no server runs.
 */
final class EmbeddedServer implements AutoCloseable {

  private static final String JAR = "server.jar";
  private static final String DOOR = "dev.seedance.mock.EmbeddedMock";

  private static @Nullable Path extracted;
  private static SoftReference<ClassLoader> shared = new SoftReference<>(null);

  private final ClassLoader loader;
  private final AutoCloseable door;
  private final URI baseUrl;

  private EmbeddedServer(ClassLoader loader, AutoCloseable door, URI baseUrl) {
    this.loader = loader;
    this.door = door;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @param realTime what the time of sandboxes flows relative to; null for this machine's
   * @param arguments as on the command line
   * @throws IllegalArgumentException when one is wrong
   * @throws IllegalStateException when the port can't be bound
   */
  static EmbeddedServer start(@Nullable InstantSource realTime, String... arguments) {
    return startIn(sharedLoader(), realTime, arguments);
  }

  /** Starts a server in a loader of {@link #newLoader()}. */
  static EmbeddedServer startIn(
      ClassLoader loader, @Nullable InstantSource realTime, String... arguments) {
    Await.startTimer();
    return isolated(
        loader,
        () -> {
          Class<?> type = loader.loadClass(DOOR);
          var start = type.getMethod("start", InstantSource.class, String[].class);
          var door = (AutoCloseable) start.invoke(null, realTime, arguments);
          return new EmbeddedServer(loader, door, (URI) type.getMethod("baseUrl").invoke(door));
        });
  }

  URI baseUrl() {
    return baseUrl;
  }

  @Override
  public void close() {
    isolated(
        loader,
        () -> {
          door.close();
          ResourceBundle.clearCache(loader);
          return true;
        });
  }

  private static synchronized ClassLoader sharedLoader() {
    ClassLoader loader = shared.get();
    if (loader == null) {
      loader = newLoader();
      shared = new SoftReference<>(loader);
    }
    return loader;
  }

  /** Returns a loader that sees the JDK and the server's jar. */
  static ClassLoader newLoader() {
    try {
      URL[] jar = {jar().toUri().toURL()};
      return new URLClassLoader("seedance-mock", jar, ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "can't copy the mock server to the folder for temporary files", e);
    }
  }

  private static synchronized Path jar() throws IOException {
    if (extracted == null) {
      URL resource = Objects.requireNonNull(EmbeddedServer.class.getResource(JAR), JAR);
      extracted = resource.getProtocol().equals("file") ? file(resource) : copy(resource);
    }
    return extracted;
  }

  private static Path file(URL resource) {
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not the path of a file: " + resource, e);
    }
  }

  private static Path copy(URL resource) throws IOException {
    Path copy = Files.createTempFile("seedance-mock-", ".jar");
    copy.toFile().deleteOnExit();
    try (var in = resource.openStream()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  /**
   * Calls the server on a thread that ends afterwards: what its libraries leave in the thread's
   * locals would keep its classes in memory, and what they look up in the thread's context class
   * loader would be the program's.
   */
  private static <T> T isolated(ClassLoader loader, Callable<T> call) {
    var task = new FutureTask<>(call);
    var thread = new Thread(null, task, "seedance-mock", 0, false);
    thread.setContextClassLoader(loader);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling the mock server", e);
    }
  }

  /** Returns an exception without classes of the server in it, when the server explains itself. */
  private static RuntimeException failure(@Nullable Throwable failure) {
    Throwable cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
    if (cause instanceof IllegalArgumentException) {
      return new IllegalArgumentException(cause.getMessage());
    }
    if (cause instanceof IllegalStateException) {
      return new IllegalStateException(cause.getMessage());
    }
    return new IllegalStateException("the mock server failed: " + cause, cause);
  }
}
