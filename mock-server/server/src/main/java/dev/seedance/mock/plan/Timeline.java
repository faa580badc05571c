package dev.seedance.mock.plan;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The durations of a task. An absent one is as on the provider, by {@link Timings}.
 *
 * @param queued time before the task runs, 0 to {@link #MAX}
 * @param running time for which it runs, 0 to {@link #MAX}
 */
public record Timeline(@Nullable Duration queued, @Nullable Duration running) {

  /** The longest duration of either part: a year. */
  public static final Duration MAX = Duration.ofDays(365);

  /** The durations of the provider. */
  public static final Timeline REALISTIC = new Timeline(null, null);

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Timeline {
    requireRange("queued", queued);
    requireRange("running", running);
  }

  /**
   * The facts on which the durations depend.
   *
   * @param model the model's name
   * @param resolution the resolution's name
   * @param videoSeconds the length of the video
   * @param random the task's own source of chance
   */
  public record Run(String model, String resolution, int videoSeconds, RandomGenerator random) {}

  /** Returns the time before the task runs. */
  public Duration queued(Run run) {
    return queued != null ? queued : Timings.STANDARD.queued(run);
  }

  /** Returns the time for which the task runs. */
  public Duration running(Run run) {
    return running != null ? running : Timings.STANDARD.running(run);
  }

  private static void requireRange(String part, @Nullable Duration value) {
    if (value != null && (value.isNegative() || value.compareTo(MAX) > 0)) {
      throw new IllegalArgumentException(
          "'%s' is %s; expected a duration from PT0S to P365D".formatted(part, value));
    }
  }
}
