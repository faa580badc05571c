package dev.seedance.mock.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A task as the control plane shows it: what its caller sees, and what will become of it.
 *
 * @param task the task object of the status call; looking at it here moves no clock
 * @param plan what will happen, and when
 * @param callbackUrl the request's own, absent where it had none
 * @param traceId the request's own, absent where it had none
 */
@Introspected
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlannedTask(
    TaskAnswer task, Schedule plan, @Nullable String callbackUrl, @Nullable String traceId) {

  @Introspected
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Schedule(
      String submittedAt,
      String startsAt,
      String endsAt,
      @Nullable String nextEventAt,
      String outcome,
      TaskAnswer.@Nullable Failure error) {

    static Schedule of(Plan plan, Instant now) {
      return new Schedule(
          plan.submittedAt().toString(),
          plan.startsAt().toString(),
          plan.endsAt().toString(),
          plan.nextEventAfter(now).map(Instant::toString).orElse(null),
          plan.outcome().finalState().status(),
          TaskAnswer.failure(plan.outcome()));
    }
  }

  static PlannedTask of(Task task, Instant now, Supplier<String> files) {
    return new PlannedTask(
        TaskAnswer.of(task, now, files),
        Schedule.of(task.plan(), now),
        task.callback().url(),
        task.callback().traceId());
  }
}
