package dev.seedance.mock.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a task takes. */
public sealed interface Timeline {

  /**
   * What a timeline may depend on.
   *
   * @param model the model's name
   * @param resolution the resolution's name
   * @param videoSeconds the length of the video
   * @param random chance of this task
   */
  record Run(String model, String resolution, int videoSeconds, RandomGenerator random) {}

  /** How long the task waits before it runs. */
  Duration queued(Run run);

  /** How long the task runs. */
  Duration running(Run run);

  /**
   * As long as a run on the provider, with chance.
   *
   * @param timings the table of durations
   */
  record Realistic(Timings timings) implements Timeline {
    @Override
    public Duration queued(Run run) {
      return timings.queued(run);
    }

    @Override
    public Duration running(Run run) {
      return timings.running(run);
    }
  }

  /**
   * Always the same.
   *
   * @param queue how long it waits
   * @param work how long it runs
   */
  record Fixed(Duration queue, Duration work) implements Timeline {
    @Override
    public Duration queued(Run run) {
      return queue;
    }

    @Override
    public Duration running(Run run) {
      return work;
    }
  }
}
