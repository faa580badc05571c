package dev.seedance.client;

import dev.seedance.client.model.GenerationTask;
import org.jspecify.annotations.Nullable;

/** The state of a task. Servers may add values: those are {@link #UNKNOWN}, and not final. */
public enum TaskStatus {
  /** Waiting for its turn. */
  QUEUED,
  /** Being rendered. */
  IN_PROGRESS,
  /** Done: the video can be downloaded. Final. */
  COMPLETED,
  /** Given up: {@code error} says why. Final. */
  FAILED,
  /** A value that this version does not know. Keep asking. */
  UNKNOWN;

  /** Returns the status of a task. */
  public static TaskStatus of(GenerationTask task) {
    @Nullable String status = task.getStatus();
    if (status == null) {
      return UNKNOWN;
    }
    return switch (status) {
      case "queued" -> QUEUED;
      case "in_progress" -> IN_PROGRESS;
      case "completed" -> COMPLETED;
      case "failed" -> FAILED;
      default -> UNKNOWN;
    };
  }

  /** Returns true if the task will never change again. */
  public boolean isFinal() {
    return this == COMPLETED || this == FAILED;
  }
}
