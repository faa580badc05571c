package dev.seedance.client;

import dev.seedance.client.internal.Require;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a repeatable call is retried: after no response, 408, 429 and 5xx. Immutable:
 * each method returns a changed copy.
 *
 * <p>Reads may always be repeated. A submit may be repeated only with a {@code client_business_id}:
 * without one the server cannot tell the second try from a second order, and a lost response would
 * pay twice.
 *
 * <p>A mock server whose clock is automatic is called again at once, unless one of the two pauses
 * was set. Each pause still counts in full against the budget.
 *
 * @param maxAttempts the first try included; 4 by default
 * @param firstBackoff the longest pause after the first failure; doubles from try to try; null for
 *     the default, 500 ms
 * @param maxBackoff the longest pause of all; null for the default, 8 s
 * @param budget for all tries and pauses together; 60 s by default
 */
public record RetryPolicy(
    int maxAttempts,
    @Nullable Duration firstBackoff,
    @Nullable Duration maxBackoff,
    Duration budget) {

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);

  private static final RetryPolicy DEFAULTS = new RetryPolicy(4, null, null, Duration.ofMinutes(1));

  /** Refuses values that no call could be repeated by. */
  public RetryPolicy {
    Require.atLeastOne("maxAttempts", maxAttempts);
    if (firstBackoff != null) {
      Require.notNegative("firstBackoff", firstBackoff, "retries at once");
    }
    if (maxBackoff != null) {
      Require.notNegative("maxBackoff", maxBackoff, "retries at once");
    }
    Require.positive("budget", budget);
  }

  /** Returns the longest pause after the first failure. */
  @Override
  public Duration firstBackoff() {
    return firstBackoff == null ? FIRST_BACKOFF : firstBackoff;
  }

  /** Returns the longest pause of all. */
  @Override
  public Duration maxBackoff() {
    return maxBackoff == null ? MAX_BACKOFF : maxBackoff;
  }

  /** Returns true if the caller has set a pause, and so no server shortens it. */
  boolean hasOwnPace() {
    return firstBackoff != null || maxBackoff != null;
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
    Require.given("firstBackoff", firstBackoff);
    return new RetryPolicy(maxAttempts, firstBackoff, maxBackoff, budget);
  }

  /** Limits every pause. Default: 8 s. */
  public RetryPolicy withMaxBackoff(Duration maxBackoff) {
    Require.given("maxBackoff", maxBackoff);
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
    long first = firstBackoff().toMillis();
    long most = maxBackoff().toMillis();
    long longest = first > most >> doublings ? most : first << doublings;
    long half = longest / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(longest - half + 1));
  }
}
