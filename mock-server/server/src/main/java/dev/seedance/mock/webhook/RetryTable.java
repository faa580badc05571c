package dev.seedance.mock.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The delays after which a webhook is sent again, in sandbox time (contract, section 4). */
final class RetryTable {

  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24));

  private RetryTable() {}

  /**
   * Returns the time between the n-th failed attempt and the next; empty if that was the last.
   *
   * @param attempts the number that were made, at least 1
   */
  static Optional<Duration> delayAfter(int attempts) {
    return attempts <= DELAYS.size() ? Optional.of(DELAYS.get(attempts - 1)) : Optional.empty();
  }
}
