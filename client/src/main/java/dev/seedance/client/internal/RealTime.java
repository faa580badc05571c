package dev.seedance.client.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The client's one door to real time: its clock, its delays and its time limits. */
public final class RealTime {

  static {
    // The JDK's timer keeps the class loader of the program that needs it first: let it be none.
    apart(
        () -> {
          CompletableFuture.delayedExecutor(0, TimeUnit.NANOSECONDS).execute(() -> {});
          return true;
        });
  }

  private RealTime() {}

  /** Returns the system's clock. */
  public static Clock clock() {
    return Clock.systemUTC();
  }

  /** Returns the time since this call, whatever happens to the system's clock. */
  public static Supplier<Duration> stopwatch() {
    long start = System.nanoTime();
    return () -> Duration.ofNanos(System.nanoTime() - start);
  }

  /** Completes after a delay, on the timer that all of the JVM's futures share. */
  public static CompletableFuture<?> after(Duration delay) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Waits until threads have ended, or the limit is over. */
  static void awaitEnd(Iterable<Thread> threads, Duration limit) {
    Supplier<Duration> passed = stopwatch();
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, limit.minus(passed.get()).toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Makes what starts a thread of the JDK's. Such a thread may outlive the program, and would keep
   * the class loader that a container has given to the program.
   */
  static <T> T apart(Supplier<T> make) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      return make.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Fails the future with a {@code TimeoutException} once the limit is over. */
  public static <T> CompletableFuture<T> limited(CompletableFuture<T> future, Duration limit) {
    return future.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
  }
}
