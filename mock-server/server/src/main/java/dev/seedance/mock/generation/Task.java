package dev.seedance.mock.generation;

import dev.seedance.mock.account.Bill;
import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.plan.Output;
import dev.seedance.mock.plan.Plan;
import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An accepted request with its plan.
 *
 * @param id the task id, {@code tsk_vid_} and a ULID
 * @param clientBusinessId the caller's own id; null if absent
 * @param model the model's name
 * @param output the requested video, defaults filled in
 * @param plan the events to come, with their times
 * @param scenario the source of the plan and of the faults
 * @param callback the parts of the request that the webhook needs
 * @param request the request as it was sent
 * @param bill what it costs; null in a snapshot of a server that kept no bills
 * @param endToldAt when its end was told to the listeners, in sandbox time; null if it was not. It
 *     is told once, even if the clock is set back
 */
public record Task(
    String id,
    @Nullable String clientBusinessId,
    String model,
    Output output,
    Plan plan,
    Scenario scenario,
    Callback callback,
    SubmittedRequest request,
    @Nullable Bill bill,
    @Nullable Instant endToldAt) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it can't be a part of a URL
   */
  public Task {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "'id' is '" + id + "'; expected 1 to 100 letters, digits, hyphens and underscores");
    }
  }

  /** Returns the state at an instant. */
  public TaskState at(Instant now) {
    return plan.at(now);
  }

  /** Returns about the bytes of memory that the task takes, with its entries in maps and queues. */
  long size() {
    long texts = (long) request.body().length() + callback.length();
    return 1_000L + 2L * texts + plan.outcome().size() + scenario.size();
  }

  /** Tells if the end has come at an instant, or was told before the clock was set back to it. */
  boolean hasEnded(Instant now) {
    return endToldAt != null || at(now).isFinal();
  }

  /** Returns the same task with another plan. */
  Task withPlan(Plan other) {
    return new Task(
        id, clientBusinessId, model, output, other, scenario, callback, request, bill, endToldAt);
  }

  /** Returns the same task, whose end is told. */
  Task toldAt(Instant now) {
    return new Task(
        id, clientBusinessId, model, output, plan, scenario, callback, request, bill, now);
  }

  /** Returns the end of the result's files; without meaning if there are none. */
  public Instant expiresAt() {
    Duration lifetime =
        plan.outcome() instanceof Outcome.Completed completed
            ? completed.resultLifetime()
            : Outcome.RESULT_LIFETIME;
    return plan.endsAt().plus(lifetime);
  }
}
