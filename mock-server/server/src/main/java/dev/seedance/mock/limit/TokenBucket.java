package dev.seedance.mock.limit;

import dev.seedance.mock.options.Rate;
import java.time.Duration;
import java.time.Instant;

/**
 * A bucket of tokens that refills with time; each request takes one.
 *
 * <p>Its only state is the instant at which it will be full again: the number of tokens follows
 * from that. If time is set back the bucket counts as empty at most. Thread-safe.
 */
final class TokenBucket {

  private final Rate rate;
  private Instant fullAt = Instant.EPOCH;

  TokenBucket(Rate rate) {
    this.rate = rate;
  }

  /** Takes a token if there is one, else nothing; the grant tells when there will be one. */
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
        granted ? now : now.plus(Duration.between(emptyUntil, after)));
  }

  synchronized Instant fullAt() {
    return fullAt;
  }

  synchronized void restore(Instant full) {
    fullAt = full;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * The result for a request.
   *
   * @param granted if it may go on
   * @param limit requests that are allowed in a minute
   * @param remaining further requests that are allowed now
   * @param fullAt when the bucket is full again
   * @param nextAt when a request will be granted; now if this one was
   */
  record Grant(boolean granted, int limit, int remaining, Instant fullAt, Instant nextAt) {}
}
