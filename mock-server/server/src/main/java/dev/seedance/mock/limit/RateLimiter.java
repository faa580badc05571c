package dev.seedance.mock.limit;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.options.Rate;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The token buckets of one sandbox, in its time: one for submits, one for queries. */
public final class RateLimiter {

  private final boolean enabled;
  private final TokenBucket submits;
  private final TokenBucket queries;
  private final Map<HttpMethod, Bucket> buckets;

  private record Bucket(String category, Rate rate, TokenBucket tokens) {}

  /** Starts with full buckets. */
  public RateLimiter(OptionValues options) {
    Rate submitRate = options.get(MockOptions.SUBMIT_RATE);
    Rate queryRate = options.get(MockOptions.QUERY_RATE);
    enabled = options.get(MockOptions.RATE_LIMITS);
    submits = new TokenBucket(submitRate);
    queries = new TokenBucket(queryRate);
    var submit = new Bucket("async_submit", submitRate, submits);
    var query = new Bucket("async_query", queryRate, queries);
    buckets = Map.of(HttpMethod.POST, submit, HttpMethod.GET, query, HttpMethod.HEAD, query);
  }

  /**
   * The buckets in a snapshot.
   *
   * @param submitsFullAt when the bucket of submits is full again
   * @param queriesFullAt when the bucket of queries is full again
   */
  record Document(Instant submitsFullAt, Instant queriesFullAt) {}

  Document save() {
    return new Document(submits.fullAt(), queries.fullAt());
  }

  void restore(Document document) {
    submits.restore(document.submitsFullAt());
    queries.restore(document.queriesFullAt());
  }

  /** Counts a request; empty if requests of this method are not limited. */
  public Optional<Verdict> count(HttpMethod method, InstantSource clock) {
    return enabled
        ? Optional.ofNullable(buckets.get(method)).map(bucket -> verdict(bucket, clock.instant()))
        : Optional.empty();
  }

  /**
   * Returns the headers of a 429 with another cause than the rate, such as a scenario: as if the
   * bucket were empty for a while. Nothing is counted.
   *
   * @param wait the value of {@code Retry-After}, in seconds
   * @return by name; none if requests of this method are not limited
   */
  public Map<String, String> headersOfRefusal(HttpMethod method, Instant now, long wait) {
    return Optional.ofNullable(buckets.get(method))
        .map(bucket -> refusal(bucket, now.plusSeconds(wait), wait).headers())
        .orElse(Map.of());
  }

  private static Verdict refusal(Bucket bucket, Instant until, long wait) {
    var empty = new TokenBucket.Grant(false, bucket.rate().perMinute(), 0, until, until);
    return new Verdict(bucket.category(), empty, wait);
  }

  private static Verdict verdict(Bucket bucket, Instant now) {
    TokenBucket.Grant grant = bucket.tokens().take(now);
    return new Verdict(bucket.category(), grant, secondsUp(Duration.between(now, grant.nextAt())));
  }

  private static long secondsUp(Duration duration) {
    return duration.plusSeconds(1).minusNanos(1).toSeconds();
  }

  /**
   * The verdict on a counted request.
   *
   * @param retryAfterSeconds seconds to wait if it is refused
   */
  public record Verdict(String category, TokenBucket.Grant grant, long retryAfterSeconds) {
    /** Tells if the request may go on. */
    public boolean granted() {
      return grant.granted();
    }

    /** Returns when a request will be granted. */
    public Instant nextAt() {
      return grant.nextAt();
    }

    /** Returns the message of a refusal. */
    public String refusal() {
      return "too many calls of %s: %d a minute are allowed; try again in %d s"
          .formatted(category, grant.limit(), retryAfterSeconds);
    }

    /** Returns when the budget is full again, in Unix seconds, rounded up. */
    long resetAt() {
      return grant.fullAt().plusSeconds(1).minusNanos(1).getEpochSecond();
    }

    /** Returns the headers for the caller: section 7 of the contract. */
    public Map<String, String> headers() {
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
