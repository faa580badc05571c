package dev.seedance.mock.plan;

import dev.seedance.mock.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The future of a task, decided once when it is submitted.
 *
 * <p>The state of a task is a pure function of its plan and an instant: {@link #at}.
 *
 * @param submittedAt time of the submit
 * @param queued time before it runs
 * @param running time for which it runs
 * @param outcome the end of the task
 */
public record Plan(Instant submittedAt, Duration queued, Duration running, Outcome outcome) {

  /** Steps of progress that count as events: an automatic clock stops at each. */
  private static final int STEPS = 4;

  private static final Duration MAX = Duration.ofDays(2 * 365);

  /**
   * Checks the range of all times, so that the end can be written.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Plan {
    if (queued.isNegative()
        || running.isNegative()
        || queued.compareTo(MAX) > 0
        || running.compareTo(MAX) > 0
        || !TimeRange.contains(submittedAt)) {
      throw new IllegalArgumentException(
          "a plan from %s that waits %s and runs %s is out of range"
              .formatted(submittedAt, queued, running));
    }
  }

  /** Returns the instant at which the task begins to run. */
  public Instant startsAt() {
    return submittedAt.plus(queued);
  }

  /** Returns the instant at which the task has run; unless stuck, it is final then. */
  public Instant endsAt() {
    return startsAt().plus(running);
  }

  /** Returns the state at an instant; before the submit it is the same as at the submit. */
  public TaskState at(Instant now) {
    Instant instant = now.isBefore(submittedAt) ? submittedAt : now;
    if (instant.isBefore(startsAt())) {
      return TaskState.QUEUED;
    }
    if (instant.isBefore(endsAt())) {
      return TaskState.inProgress(progressAt(instant));
    }
    return outcome.finalState();
  }

  /**
   * Returns the next instant after {@code now} at which the state changes; empty if the task is
   * final or stuck.
   */
  public Optional<Instant> nextEventAfter(Instant now) {
    return IntStream.rangeClosed(0, STEPS)
        .mapToObj(step -> startsAt().plus(running.multipliedBy(step).dividedBy(STEPS)))
        .filter(now::isBefore)
        .findFirst();
  }

  /** Returns the same plan with an earlier end and another outcome. */
  public Plan endingAt(Instant end, Outcome forced) {
    Duration lived = end.isBefore(submittedAt) ? Duration.ZERO : Duration.between(submittedAt, end);
    Duration waited = lived.compareTo(queued) < 0 ? lived : queued;
    Duration ran = lived.minus(waited);
    return new Plan(submittedAt, waited, ran.compareTo(MAX) > 0 ? MAX : ran, forced);
  }

  private int progressAt(Instant now) {
    double done = (double) Duration.between(startsAt(), now).toNanos() / running.toNanos();
    return (int) Math.max(1, Math.min(99, Math.round(100 * done)));
  }
}
