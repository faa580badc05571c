package dev.seedance.client;

import dev.seedance.client.internal.Require;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The rules by which a repeatable call is retried: after no response, 408, 429 and 5xx. Immutable:
 * each method returns a changed copy.
 *
 * <p>Reads may always be repeated. A submit may be repeated only with a {@code client_business_id}:
 * without one the server cannot tell the second try from a second order, and a lost response would
 * pay twice.
 *
 * @param maxAttempts the first try included; 4 by default
 * @param firstBackoff the longest pause after the first failure; doubles from try to try; 500 ms by
 *     default
 * @param maxBackoff the longest pause of all; 8 s by default
 * @param budget for all tries and pauses together; 60 s by default
 */
public record RetryPolicy(
    int maxAttempts, Duration firstBackoff, Duration maxBackoff, Duration budget) {

  private static final RetryPolicy DEFAULTS =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(1));

  /** Refuses values that no call could be repeated by. */
  public RetryPolicy {
    Require.atLeastOne("maxAttempts", maxAttempts);
    Require.notNegative("firstBackoff", firstBackoff, "retries at once");
    Require.notNegative("maxBackoff", maxBackoff, "retries at once");
    Require.positive("budget", budget);
  }

  /** Returns the default: up to 4 tries within 60 s. */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /** Returns the policy of one try. */
  public static RetryPolicy never() {
    return DEFAULTS.withMaxAttempts(1);
  }

  /** Limits the tries, the first one included. Default: 4. */
  public RetryPolicy withMaxAttempts(int maxAttempts) {
    return new RetryPolicy(maxAttempts, firstBackoff, maxBackoff, budget);
  }

  /**
   * Sets the longest pause after the first failure; half to all of it is taken. Default: 500 ms.
   */
  public RetryPolicy withFirstBackoff(Duration firstBackoff) {
    return new RetryPolicy(maxAttempts, firstBackoff, maxBackoff, budget);
  }

  /** Limits every pause. Default: 8 s. */
  public RetryPolicy withMaxBackoff(Duration maxBackoff) {
    return new RetryPolicy(maxAttempts, firstBackoff, maxBackoff, budget);
  }

  /** Limits all tries and pauses together; no pause begins that would end later. Default: 60 s. */
  public RetryPolicy withBudget(Duration budget) {
    return new RetryPolicy(maxAttempts, firstBackoff, maxBackoff, budget);
  }

  /**
   * Returns half to all of a pause that doubles from try to try.
   *
   * @param tries the number of failed ones, from 1
   */
  Duration pause(int tries) {
    int doublings = Math.min(tries - 1, 20);
    long first = firstBackoff.toMillis();
    long most = maxBackoff.toMillis();
    long longest = first > most >> doublings ? most : first << doublings;
    long half = longest / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(longest - half + 1));
  }
}
