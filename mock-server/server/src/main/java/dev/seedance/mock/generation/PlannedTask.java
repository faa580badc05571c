package dev.seedance.mock.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.mock.http.Trace;
import dev.seedance.mock.plan.Plan;
import dev.seedance.validator.ValidationReport;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A task as the control plane shows it: the task object, and its plan.
 *
 * @param task the task object of the status call; no clock is advanced for it
 * @param plan the events to come, with their times
 * @param scenario the name of the scenario that the plan was drawn from
 * @param prompt the beginning of the request's prompt; absent if the request has none
 * @param callbackUrl the request's own; absent if the request has none
 * @param traceId the request's own; absent if the request has none
 * @param trace the trace that the request is part of, as its headers tell; absent if it is in none
 * @param request the request as it was sent; absent in lists
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlannedTask(
    TaskResponse task,
    Schedule plan,
    String scenario,
    @Nullable String prompt,
    @Nullable String callbackUrl,
    @Nullable String traceId,
    @Nullable Trace trace,
    @Nullable Sent request) {

  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Schedule(
      String submittedAt,
      String startsAt,
      String endsAt,
      @Nullable String nextEventAt,
      String outcome,
      TaskResponse.@Nullable Failure error) {

    static Schedule of(Plan plan, Instant now) {
      return new Schedule(
          plan.submittedAt().toString(),
          plan.startsAt().toString(),
          plan.endsAt().toString(),
          plan.nextEventAfter(now).map(Instant::toString).orElse(null),
          plan.outcome().finalState().status(),
          TaskResponse.failure(plan.outcome()));
    }
  }

  /**
   * A request as it was sent.
   *
   * @param body its beginning, as text
   * @param bytes the length of the whole body
   * @param revision the contract revision that it was held to
   * @param report the validator's report; absent if only the beginning is kept
   */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(String body, int bytes, String revision, @Nullable ValidationReport report) {}

  static PlannedTask of(Task task, Instant now, Supplier<String> files, @Nullable Sent request) {
    return new PlannedTask(
        TaskResponse.of(task, now, files),
        Schedule.of(task.plan(), now),
        task.scenario().name(),
        task.request().prompt(),
        task.callback().url(),
        task.callback().traceId(),
        task.callback().trace(),
        request);
  }
}
