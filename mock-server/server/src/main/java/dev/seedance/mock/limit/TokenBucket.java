package dev.seedance.mock.limit;

import dev.seedance.mock.options.Rate;
import java.time.Duration;
import java.time.Instant;

/**
 * A bucket of tokens that refills with time; each call takes one.
 *
 * <p>It holds one instant, the one at which it will be full again: tokens are arithmetic on it.
 * Thread-safe. Where time is set back the bucket counts as empty at most.
 */
final class TokenBucket {

  private final Rate rate;
  private Instant fullAt = Instant.EPOCH;

  TokenBucket(Rate rate) {
    this.rate = rate;
  }

  /** Takes a token if there is one; else takes nothing and says when there will be. */
  synchronized Grant take(Instant now) {
    Instant emptyUntil = now.plus(rate.refill());
    Instant before = earlier(later(fullAt, now), emptyUntil);
    Instant after = before.plus(rate.interval());
    boolean granted = !after.isAfter(emptyUntil);
    fullAt = granted ? after : before;
    long left = Duration.between(fullAt, emptyUntil).dividedBy(rate.interval());
    return new Grant(
        granted,
        rate.perMinute(),
        (int) left,
        fullAt,
        granted ? now : now.plus(excess(after, emptyUntil)));
  }

  synchronized Instant fullAt() {
    return fullAt;
  }

  synchronized void restore(Instant full) {
    fullAt = full;
  }

  private static Duration excess(Instant after, Instant emptyUntil) {
    return Duration.between(emptyUntil, after);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * What became of a call.
   *
   * @param granted whether it may go on
   * @param limit how many calls a minute are allowed
   * @param remaining how many more calls are allowed right now
   * @param fullAt when the bucket is full again
   * @param nextAt when a call will be granted; now where this one was
   */
  record Grant(boolean granted, int limit, int remaining, Instant fullAt, Instant nextAt) {}
}
