package dev.seedance.mock.plan;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a task takes. What is absent takes as long as on the provider, by {@link Timings}.
 *
 * @param queued how long the task waits before it runs, 0 to {@link #MAX}
 * @param running how long it runs, 0 to {@link #MAX}
 */
public record Timeline(@Nullable Duration queued, @Nullable Duration running) {

  /** The longest that either part may take: a year. */
  public static final Duration MAX = Duration.ofDays(365);

  /** As long as on the provider. */
  public static final Timeline REALISTIC = new Timeline(null, null);

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException where one is out of range
   */
  public Timeline {
    requireRange("queued", queued);
    requireRange("running", running);
  }

  /**
   * What a timeline may depend on.
   *
   * @param model the model's name
   * @param resolution the resolution's name
   * @param videoSeconds the length of the video
   * @param random chance of this task
   */
  public record Run(String model, String resolution, int videoSeconds, RandomGenerator random) {}

  /** How long the task waits before it runs. */
  public Duration queued(Run run) {
    return queued != null ? queued : Timings.STANDARD.queued(run);
  }

  /** How long the task runs. */
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
