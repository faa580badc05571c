package dev.seedance.client.error;

import dev.seedance.client.model.GenerationTask;
import java.util.Optional;

/** A completed task for which the server gives no address of the video. */
public final class ResultMissingException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final transient GenerationTask task;

  /**
   * Reports a task without its video.
   *
   * @param task the task as the server sees it
   */
  public ResultMissingException(GenerationTask task) {
    super(
        "task %s is completed, but the server gives no address of its video; ask again later with this id"
            .formatted(task.getId()),
        null);
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
}
