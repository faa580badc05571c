package dev.seedance.mock.generation;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.plan.Outcome;
import dev.seedance.mock.revision.Revisions;
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
  private final Revisions revisions;

  TaskControl(Generations generations, TaskFollower follower, Revisions revisions) {
    this.generations = generations;
    this.follower = follower;
    this.revisions = revisions;
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

  /**
   * Returns a task with its request, which is validated anew, under its revision: most reports are
   * never read.
   */
  PlannedTask find(Sandbox sandbox, String id) {
    Task task = generations.find(sandbox, id);
    return show(sandbox, task, sent(task.request()));
  }

  private PlannedTask.Sent sent(SubmittedRequest request) {
    ValidationReport report =
        request.isWhole()
            ? revisions
                .named(request.revision())
                .validate(request.body().getBytes(StandardCharsets.UTF_8))
            : null;
    return new PlannedTask.Sent(request.body(), request.bytes(), request.revision(), report);
  }

  /**
   * Ends a task now; completes when its webhook has been attempted.
   *
   * @param body a {@link ForcedOutcome}
   * @throws ApiException 404 if the task does not exist, 409 if it is final already
   */
  CompletableFuture<PlannedTask> end(Sandbox sandbox, String id, byte[] body) {
    Outcome outcome = ControlBody.read(body, ForcedOutcome.class).outcome();
    Task ended = sandbox.atomically(() -> endNow(sandbox, id, outcome));
    return sandbox.queue().runDue().thenApply(settled -> show(sandbox, ended, null));
  }

  private Task endNow(Sandbox sandbox, String id, Outcome outcome) {
    Instant now = sandbox.clock().instant();
    Task task = generations.find(sandbox, id);
    if (task.hasEnded(now)) {
      throw new ApiException(
          ErrorCode.TASK_FINAL,
          "task '%s' is %s already; submit another one"
              .formatted(task.id(), task.plan().outcome().finalState().status()));
    }
    Task ended = task.withPlan(task.plan().endingAt(now, outcome));
    sandbox.get(TaskStore.class).replace(ended);
    Billing.replan(sandbox, ended);
    follower.reach(sandbox, ended, now);
    return ended;
  }

  private static PlannedTask show(Sandbox sandbox, Task task, PlannedTask.@Nullable Sent request) {
    return PlannedTask.of(
        task, sandbox.clock().instant(), () -> ResultLinks.of(sandbox, task), request);
  }
}
