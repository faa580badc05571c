package dev.seedance.client.error;

import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.TaskError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task has ended without a video, mostly because moderation turned the output down. */
public final class TaskFailedException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final transient GenerationTask task;

  /**
   * Reports a failed task.
   *
   * @param task the task as the server sees it
   */
  public TaskFailedException(GenerationTask task) {
    super(describe(task), null);
    this.task = task;
  }

  @Override
  public Optional<String> taskId() {
    return Optional.of(task.getId());
  }

  /** Returns the task as the server sees it. */
  public GenerationTask task() {
    return task;
  }

  /** Returns the reason, for programs, such as {@code generation_failed}. */
  public Optional<String> code() {
    @Nullable TaskError error = task.getError();
    return error == null ? Optional.empty() : Optional.ofNullable(error.getCode());
  }

  private static String describe(GenerationTask task) {
    @Nullable TaskError error = task.getError();
    String reason =
        error == null ? "the server gives no reason" : error.getCode() + ": " + error.getMessage();
    return "task " + task.getId() + " has failed: " + reason;
  }
}
