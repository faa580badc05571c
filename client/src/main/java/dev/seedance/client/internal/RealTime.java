package dev.seedance.client.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The client's one door to real time: its clock, its delays and its time limits. */
public final class RealTime {

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

  /** Fails the future with a {@code TimeoutException} once the limit is over. */
  public static <T> CompletableFuture<T> limited(CompletableFuture<T> future, Duration limit) {
    return future.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
  }
}
