package dev.seedance.mock.plan;

import dev.seedance.mock.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What will happen to a task, decided once when it is submitted.
 *
 * <p>All that a task ever shows is a pure function of this and of an instant: {@link #at}.
 *
 * @param submittedAt when the task was accepted
 * @param queued how long it waits before it runs
 * @param running how long it runs
 * @param outcome how it ends
 */
public record Plan(Instant submittedAt, Duration queued, Duration running, Outcome outcome) {

  private static final Duration MAX = Duration.ofDays(2 * 365);

  /**
   * Checks that the plan ends in a time that can be written.
   *
   * @throws IllegalArgumentException where it does not
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

  /** Steps of progress that count as events: an automatic clock stops at each. */
  private static final int STEPS = 4;

  /** When the task begins to run. */
  public Instant startsAt() {
    return submittedAt.plus(queued);
  }

  /** When the task has run, which makes it final unless it is stuck: {@link #finalAt}. */
  public Instant endsAt() {
    return startsAt().plus(running);
  }

  /** When the task will be final; empty where it never will. */
  public Optional<Instant> finalAt() {
    return outcome instanceof Outcome.Stuck ? Optional.empty() : Optional.of(endsAt());
  }

  /** The state at an instant; before the submission it is the same as at the submission. */
  public TaskState at(Instant now) {
    if (now.isBefore(startsAt())) {
      return TaskState.QUEUED;
    }
    if (now.isBefore(endsAt())) {
      return TaskState.inProgress(progressAt(now));
    }
    return outcome.finalState();
  }

  /**
   * The next instant after {@code now} at which something happens; empty where the task is final or
   * stuck.
   */
  public Optional<Instant> nextEventAfter(Instant now) {
    return IntStream.rangeClosed(0, STEPS)
        .mapToObj(step -> startsAt().plus(running.multipliedBy(step).dividedBy(STEPS)))
        .filter(now::isBefore)
        .findFirst();
  }

  /** The same plan, cut short: the task ends at an instant before its planned end. */
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
