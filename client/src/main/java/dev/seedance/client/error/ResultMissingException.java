package dev.seedance.client.error;

import dev.seedance.client.model.GenerationTask;

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

  /** Returns the task as the server sees it. */
  public GenerationTask task() {
    return task;
  }
}
