package dev.seedance.mock.plan;

import java.util.List;

/**
 * The state of a task.
 *
 * @param status the wire name of the status
 * @param progress 0 to 100 percent; 0 while queued and when failed, 100 when completed
 */
public record TaskState(String status, int progress) {

  private static final String IN_PROGRESS = "in_progress";

  static final TaskState QUEUED = new TaskState("queued", 0);
  static final TaskState COMPLETED = new TaskState("completed", 100);
  static final TaskState FAILED = new TaskState("failed", 0);

  static TaskState inProgress(int progress) {
    return new TaskState(IN_PROGRESS, progress);
  }

  /** Returns the wire names of all statuses, in the order of a task's life. */
  public static List<String> statuses() {
    return List.of(QUEUED.status, IN_PROGRESS, COMPLETED.status, FAILED.status);
  }

  /** Tells if the task has ended, with a video or without. */
  public boolean isFinal() {
    return isCompleted() || isFailed();
  }

  /** Tells if the video is there. */
  public boolean isCompleted() {
    return equals(COMPLETED);
  }

  /** Tells if there will be no video. */
  public boolean isFailed() {
    return equals(FAILED);
  }
}
