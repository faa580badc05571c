package dev.seedance.contract.stores;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Repeats requests until a server acknowledges them. Real time passes: no event tells the end. */
final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** A request, or several, that can be repeated. */
  interface Attempt {
    void run() throws Unacknowledged;
  }

  private Patience() {}

  /** Repeats until it is acknowledged; fails after a minute. */
  static void insist(Attempt attempt) {
    long begin = System.nanoTime();
    while (true) {
      try {
        attempt.run();
        return;
      } catch (Unacknowledged e) {
        if (System.nanoTime() - begin > LIMIT.toNanos()) {
          throw new AssertionError(
              "nothing was acknowledged for %s: %s".formatted(LIMIT, e.getMessage()), e);
        }
        pause(PAUSE);
      }
    }
  }

  /** Lets real time pass. */
  static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
