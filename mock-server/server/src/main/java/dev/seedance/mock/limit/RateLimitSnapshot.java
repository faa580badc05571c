package dev.seedance.mock.limit;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How full the buckets of a sandbox are. */
@Factory
final class RateLimitSnapshot {

  @Singleton
  SnapshotPart<RateLimiter.State> rateLimits() {
    return SnapshotPart.of(
        "rate_limits",
        RateLimiter.State.class,
        sandbox -> sandbox.rateLimiter().save(),
        (sandbox, state) -> sandbox.rateLimiter().restore(state));
  }
}
