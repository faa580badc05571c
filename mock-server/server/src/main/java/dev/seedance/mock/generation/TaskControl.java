package dev.seedance.mock.generation;

import dev.seedance.mock.account.Billing;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.result.ResultLinks;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.validator.ValidationReport;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Looks behind the scenes of tasks, and ends them before their time. */
@Singleton
final class TaskControl {

  private final Generations generations;
  private final Milestones milestones;
  private final Billing billing;
  private final ResultLinks links;
  private final LateValidator validator;

  TaskControl(
      Generations generations,
      Milestones milestones,
      Billing billing,
      ResultLinks links,
      LateValidator validator) {
    this.generations = generations;
    this.milestones = milestones;
    this.billing = billing;
    this.links = links;
    this.validator = validator;
  }

  /**
   * The newest tasks, the newest first.
   *
   * @throws ApiException 400 where the limit is negative
   */
  List<PlannedTask> list(Sandbox sandbox, int limit) {
    if (limit < 0) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST, "limit is " + limit + "; expected 0 or more");
    }
    List<Task> tasks = sandbox.tasks().all();
    return IntStream.range(0, Math.min(limit, tasks.size()))
        .mapToObj(index -> show(sandbox, tasks.get(tasks.size() - 1 - index)))
        .toList();
  }

  /** A task with its request. The validator looks anew: nobody pays for reports that none reads. */
  PlannedTask find(Sandbox sandbox, String id) {
    Task task = generations.find(sandbox, id);
    SubmittedRequest request = task.request();
    ValidationReport report =
        request.isWhole()
            ? validator.get().validate(request.body().getBytes(StandardCharsets.UTF_8))
            : null;
    return show(sandbox, task).with(new PlannedTask.Sent(request.body(), request.bytes(), report));
  }

  /**
   * Ends a task now; done when its webhook has been attempted.
   *
   * @throws ApiException 404 where there is no such task, 409 where it is final already
   */
  CompletableFuture<PlannedTask> end(Sandbox sandbox, String id, Outcome outcome) {
    Instant now = sandbox.clock().instant();
    String taskId = generations.find(sandbox, id).id();
    Task ended =
        sandbox
            .tasks()
            .update(taskId, task -> endedNow(task, now, outcome))
            .orElseThrow(() -> Generations.unknown(id));
    billing.replan(sandbox, ended);
    milestones.reach(sandbox, ended, now);
    return sandbox.agenda().settle().thenApply(settled -> show(sandbox, ended));
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

  private PlannedTask show(Sandbox sandbox, Task task) {
    return PlannedTask.of(task, sandbox.clock().instant(), () -> links.of(sandbox, task));
  }
}
