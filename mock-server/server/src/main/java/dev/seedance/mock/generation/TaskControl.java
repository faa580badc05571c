package dev.seedance.mock.generation;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.validator.ValidationReport;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows the plans of tasks, and ends tasks before their time. */
@Singleton
final class TaskControl {

  private final Generations generations;
  private final TaskFollower follower;
  private final Validator validator;

  TaskControl(Generations generations, TaskFollower follower, Validator validator) {
    this.generations = generations;
    this.follower = follower;
    this.validator = validator;
  }

  /**
   * Returns the newest tasks, the newest first.
   *
   * @throws ApiException 400 if the limit is negative
   */
  List<PlannedTask> list(Sandbox sandbox, int limit) {
    if (limit < 0) {
      throw ApiException.invalid("limit is " + limit + "; expected 0 or more");
    }
    List<Task> tasks = sandbox.get(TaskStore.class).all();
    return IntStream.range(0, Math.min(limit, tasks.size()))
        .mapToObj(index -> show(sandbox, tasks.get(tasks.size() - 1 - index), null))
        .toList();
  }

  /** Returns a task with its request, which is validated anew: most reports are never read. */
  PlannedTask find(Sandbox sandbox, String id) {
    Task task = generations.find(sandbox, id);
    SubmittedRequest request = task.request();
    ValidationReport report =
        request.isWhole()
            ? validator.validate(request.body().getBytes(StandardCharsets.UTF_8))
            : null;
    return show(sandbox, task, new PlannedTask.Sent(request.body(), request.bytes(), report));
  }

  /**
   * Ends a task now; completes when its webhook has been attempted.
   *
   * @param body a {@link ForcedOutcome}
   * @throws ApiException 404 if the task does not exist, 409 if it is final already
   */
  CompletableFuture<PlannedTask> end(Sandbox sandbox, String id, byte[] body) {
    Outcome outcome = ControlBody.read(body, ForcedOutcome.class).outcome();
    Instant now = sandbox.clock().instant();
    String taskId = generations.find(sandbox, id).id();
    Task ended =
        sandbox
            .get(TaskStore.class)
            .update(taskId, task -> endedNow(task, now, outcome))
            .orElseThrow(() -> Generations.unknown(id));
    Billing.replan(sandbox, ended);
    follower.reach(sandbox, ended, now);
    return sandbox.queue().runDue().thenApply(settled -> show(sandbox, ended, null));
  }

  private static Task endedNow(Task task, Instant now, Outcome outcome) {
    TaskState state = task.at(now);
    if (state.isCompleted() || state.isFailed()) {
      throw new ApiException(
          ErrorCode.TASK_FINAL,
          "task '" + task.id() + "' is " + state.status() + " already; submit another one");
    }
    return task.withPlan(task.plan().endingAt(now, outcome));
  }

  private static PlannedTask show(Sandbox sandbox, Task task, PlannedTask.@Nullable Sent request) {
    return PlannedTask.of(
        task, sandbox.clock().instant(), () -> ResultLinks.of(sandbox, task), request);
  }
}
