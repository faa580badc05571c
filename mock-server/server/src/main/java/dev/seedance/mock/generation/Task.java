package dev.seedance.mock.generation;

import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.plan.Plan;
import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted request: what was asked for and what will happen.
 *
 * @param id the task id, {@code tsk_vid_} and a ULID
 * @param clientBusinessId the caller's own id, null where none was sent
 * @param model the model's name
 * @param output the video that was asked for, defaults filled in
 * @param plan what will happen, and when
 * @param scenario what the plan was drawn from, and what goes wrong on the way
 * @param callback what its webhook needs to know of the request
 * @param request the request as it was sent
 */
public record Task(
    String id,
    @Nullable String clientBusinessId,
    String model,
    Output output,
    Plan plan,
    Scenario scenario,
    Callback callback,
    SubmittedRequest request) {

  /** Where the task stands at an instant. */
  public TaskState at(Instant now) {
    return plan.at(now);
  }

  /** The same task with another fate. */
  Task withPlan(Plan other) {
    return new Task(id, clientBusinessId, model, output, other, scenario, callback, request);
  }

  /** When the result's files are gone; of no meaning where there are none. */
  public Instant expiresAt() {
    Duration lifetime =
        plan.outcome() instanceof Outcome.Completed completed
            ? completed.resultLifetime()
            : Outcome.RESULT_LIFETIME;
    return plan.endsAt().plus(lifetime);
  }
}
