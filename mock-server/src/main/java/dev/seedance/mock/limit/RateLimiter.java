package dev.seedance.mock.limit;

import io.micronaut.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The buckets of one sandbox, in its time: one of submits, one of queries. */
public final class RateLimiter {

  private enum Category {
    ASYNC_SUBMIT("async_submit"),
    ASYNC_QUERY("async_query");

    private final String wireName;

    Category(String wireName) {
      this.wireName = wireName;
    }
  }

  private final TokenBucket submits;
  private final TokenBucket queries;
  private final Map<HttpMethod, Bucket> buckets;

  private record Bucket(Category category, TokenBucket tokens) {}

  /** Full buckets. */
  public RateLimiter(RateLimits limits) {
    this.submits = new TokenBucket(limits.submits());
    this.queries = new TokenBucket(limits.queries());
    var submit = new Bucket(Category.ASYNC_SUBMIT, submits);
    var query = new Bucket(Category.ASYNC_QUERY, queries);
    this.buckets =
        limits.enabled()
            ? Map.of(HttpMethod.POST, submit, HttpMethod.GET, query, HttpMethod.HEAD, query)
            : Map.of();
  }

  /**
   * All that the limiter knows.
   *
   * @param submitsFullAt when all submits are allowed again
   * @param queriesFullAt when all queries are allowed again
   */
  record State(Instant submitsFullAt, Instant queriesFullAt) {}

  State save() {
    return new State(submits.fullAt(), queries.fullAt());
  }

  void restore(State state) {
    submits.restore(state.submitsFullAt());
    queries.restore(state.queriesFullAt());
  }

  /** Counts a call; empty where calls of this method are not limited. */
  Optional<Verdict> count(HttpMethod method, InstantSource clock) {
    return Optional.ofNullable(buckets.get(method)).map(bucket -> verdict(bucket, clock.instant()));
  }

  private static Verdict verdict(Bucket bucket, Instant now) {
    TokenBucket.Grant grant = bucket.tokens().take(now);
    return new Verdict(
        bucket.category().wireName, grant, secondsUp(Duration.between(now, grant.nextAt())));
  }

  private static long secondsUp(Duration duration) {
    return duration.plusSeconds(1).minusNanos(1).toSeconds();
  }

  /** A counted call, and how long to wait, in seconds, where it is refused. */
  record Verdict(String category, TokenBucket.Grant grant, long retryAfterSeconds) {
    /** When the budget is full again, in Unix seconds, rounded up. */
    long resetAt() {
      return grant.fullAt().plusSeconds(1).minusNanos(1).getEpochSecond();
    }
  }
}
