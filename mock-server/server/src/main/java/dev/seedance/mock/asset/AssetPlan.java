package dev.seedance.mock.asset;

import dev.seedance.mock.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What will happen to an asset, decided once when it is registered.
 *
 * @param decidedAt when its processing ends
 * @param usable whether it is active then, or failed
 */
record AssetPlan(Instant decidedAt, boolean usable) {

  static final String PROCESSING = "processing";
  static final String ACTIVE = "active";
  static final String FAILED = "failed";

  /** Processing that began at the last instant of a clock has ended by then. */
  private static final Instant LATEST = TimeRange.LATEST.plus(Duration.ofDays(1));

  /**
   * Checks the instant.
   *
   * @throws IllegalArgumentException where no clock gets there
   */
  AssetPlan {
    if (decidedAt.isBefore(TimeRange.EARLIEST) || decidedAt.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "'decidedAt' is " + decidedAt + "; expected an instant from 1970 to 9000");
    }
  }

  /** The status at an instant. */
  String at(Instant now) {
    if (now.isBefore(decidedAt)) {
      return PROCESSING;
    }
    return usable ? ACTIVE : FAILED;
  }

  /** When something will next happen after {@code now}; empty where all has happened. */
  Optional<Instant> nextEventAfter(Instant now) {
    return Optional.of(decidedAt).filter(now::isBefore);
  }
}
