package dev.seedance.mock.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The two clocks of a machine: one that shows the date and may be set, and one that only flows.
 *
 * <p>A sandbox takes its first instant from the one and flows by the other, so that a machine whose
 * date is corrected takes nothing back.
 */
public interface TimeSource extends InstantSource {

  /** Returns the time that has flowed since some instant; never goes back. */
  Duration flowed();

  /**
   * Returns a source that flows by its own instants.
   *
   * @param instants never go back
   */
  static TimeSource of(InstantSource instants) {
    return new TimeSource() {
      @Override
      public Instant instant() {
        return instants.instant();
      }

      @Override
      public Duration flowed() {
        return Duration.between(Instant.EPOCH, instants.instant());
      }
    };
  }
}
