package dev.seedance.client.internal;

import dev.seedance.client.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pause before another try. */
final class Backoff {

  private Backoff() {}

  /**
   * Half to all of a pause that doubles from try to try.
   *
   * @param tries how many have failed, from 1
   */
  static Duration pause(RetryPolicy policy, int tries) {
    int doublings = Math.min(tries - 1, 20);
    long first = policy.firstBackoff().toMillis();
    long most = policy.maxBackoff().toMillis();
    long longest = first > most >> doublings ? most : first << doublings;
    long half = longest / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(longest - half + 1));
  }
}
