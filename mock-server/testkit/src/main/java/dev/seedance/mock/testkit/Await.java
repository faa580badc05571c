package dev.seedance.mock.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits in real time for something to come. This class is the kit's only door to real time.
 *
 * @param what the noun of the message, such as {@code call}
 * @param limit how long to wait
 * @param clock the time of the sandbox; standing still, it explains why nothing comes
 */
record Await(String what, Duration limit, MockClock clock) {

  /** The limit of every wait that names none. */
  static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  /**
   * Starts the JDK's thread for timeouts, which lives as long as the JVM and keeps the context
   * class loader of the thread that needs it first: that must not be a server's.
   */
  static void startTimer() {
    CompletableFuture.delayedExecutor(0, TimeUnit.NANOSECONDS).execute(() -> {});
  }

  /**
   * Returns the first that is wanted, as soon as it is there.
   *
   * @param ask returns what has come so far
   * @throws AssertionError when the limit is over; the message says what came instead
   */
  <T> T first(Supplier<List<T>> ask, Predicate<? super T> wanted) {
    long start = System.nanoTime();
    while (true) {
      List<T> come = ask.get();
      Optional<T> found = come.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() - start >= limit.toNanos() || Thread.currentThread().isInterrupted()) {
        throw new AssertionError(message(come));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private String message(List<?> come) {
    var message = new StringBuilder("no %s within %s of real time; ".formatted(what, limit));
    message.append(come.isEmpty() ? "nothing came" : "came instead:");
    come.forEach(one -> message.append("\n  ").append(one));
    return message
        .append("\nThe sandbox's clock is ")
        .append(clock.mode().name().toLowerCase(Locale.ROOT))
        .append(" at ")
        .append(clock.instant())
        .append(clock.nextEvent().map(next -> ", its next event is at " + next).orElse(""))
        .toString();
  }
}
