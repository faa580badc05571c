package dev.seedance.mock.asset;

import dev.seedance.mock.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The future of an asset, decided once when it is registered.
 *
 * @param decidedAt end of its processing
 * @param usable if it is active then, else it is failed
 */
record AssetPlan(Instant decidedAt, boolean usable) {

  static final String PROCESSING = "processing";
  static final String ACTIVE = "active";
  static final String FAILED = "failed";

  /** Processing that begins at the last instant of a clock ends before this one. */
  private static final Instant LATEST = TimeRange.LATEST.plus(Duration.ofDays(1));

  AssetPlan {
    if (decidedAt.isBefore(TimeRange.EARLIEST) || decidedAt.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "'decidedAt' is " + decidedAt + "; expected an instant from 1970 to 9000");
    }
  }

  /** Returns the status at an instant. */
  String at(Instant now) {
    if (now.isBefore(decidedAt)) {
      return PROCESSING;
    }
    return usable ? ACTIVE : FAILED;
  }

  /** Returns the end of processing if it is after {@code now}. */
  Optional<Instant> nextEventAfter(Instant now) {
    return Optional.of(decidedAt).filter(now::isBefore);
  }
}
