package dev.seedance.mock.limit;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
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

  private final boolean enabled;
  private final TokenBucket submits;
  private final TokenBucket queries;
  private final Map<HttpMethod, Bucket> buckets;

  private record Bucket(Category category, Rate rate, TokenBucket tokens) {}

  /** Full buckets. */
  public RateLimiter(RateLimits limits) {
    this.enabled = limits.enabled();
    this.submits = new TokenBucket(limits.submits());
    this.queries = new TokenBucket(limits.queries());
    var submit = new Bucket(Category.ASYNC_SUBMIT, limits.submits(), submits);
    var query = new Bucket(Category.ASYNC_QUERY, limits.queries(), queries);
    this.buckets = Map.of(HttpMethod.POST, submit, HttpMethod.GET, query, HttpMethod.HEAD, query);
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
    return enabled
        ? Optional.ofNullable(buckets.get(method)).map(bucket -> verdict(bucket, clock.instant()))
        : Optional.empty();
  }

  /**
   * The headers of a call that something else than its rate refuses with 429, such as a scenario:
   * as if the bucket were empty for a while. Nothing is counted.
   *
   * @param wait until when the caller is told to wait, in seconds
   * @return by name; none where calls of this method are not limited
   */
  public Map<String, String> headersOfRefusal(HttpMethod method, Instant now, long wait) {
    return Optional.ofNullable(buckets.get(method))
        .map(bucket -> refusal(bucket, now.plusSeconds(wait), wait).headers())
        .orElse(Map.of());
  }

  private static Verdict refusal(Bucket bucket, Instant until, long wait) {
    var empty = new TokenBucket.Grant(false, bucket.rate().perMinute(), 0, until, until);
    return new Verdict(bucket.category().wireName, empty, wait);
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

    /** What the caller is told: section 7 of the contract. */
    Map<String, String> headers() {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("X-RateLimit-Limit", String.valueOf(grant.limit()));
      headers.put("X-RateLimit-Remaining", String.valueOf(grant.remaining()));
      headers.put("X-RateLimit-Reset", String.valueOf(resetAt()));
      headers.put("X-RateLimit-Category", category);
      if (!grant.granted()) {
        headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
      }
      return headers;
    }
  }
}
