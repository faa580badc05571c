package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A server that was closed leaves no thread behind. */
class ThreadsTest {

  /** Threads of the JDK that begin once in a JVM. */
  private static final Set<String> OF_THE_JVM =
      Set.of("CompletableFutureDelayScheduler", "Common-Cleaner", "Keep-Alive-Timer");

  private static final int PATIENCE = 60;

  /** Uses a kit of its own: the servers of this run are still open. */
  @Test
  void the_last_server_ends_every_thread_of_the_kit() throws Exception {
    Set<Thread> before = threads();
    URL[] kit = {Path.of("target/classes").toUri().toURL()};
    try (var loader = new URLClassLoader(kit, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(MockServer.class.getName());
      var start = type.getMethod("start", String[].class);
      var one = (AutoCloseable) start.invoke(null, (Object) new String[0]);
      var other = (AutoCloseable) start.invoke(null, (Object) new String[0]);
      type.getMethod("tasks").invoke(one);
      one.close();
      type.getMethod("tasks").invoke(other);
      assertThat(threadsSince(before)).extracting(Thread::getName).contains("seedance-mock-client");
      other.close();
    }
    Set<Thread> left = threadsSince(before);
    for (int tries = 0; tries < PATIENCE && !left.isEmpty(); tries++) {
      System.gc(); // before JDK 21 an HTTP client ends once nothing refers to it
      left.iterator().next().join(500);
      left = threadsSince(before);
    }
    assertThat(left).isEmpty();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }

  private static Set<Thread> threadsSince(Set<Thread> before) {
    Set<Thread> threads = new HashSet<>(threads());
    threads.removeAll(before);
    threads.removeIf(thread -> OF_THE_JVM.contains(thread.getName()));
    return threads;
  }
}
