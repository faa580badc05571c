package dev.seedance.mock.generation;

import java.time.Duration;

/** How a task ends. */
public sealed interface Outcome {

  /** The state that the task stays in. */
  TaskState finalState();

  /**
   * The video is there.
   *
   * @param resultLifetime how long its files can be downloaded
   */
  record Completed(Duration resultLifetime) implements Outcome {

    /** As on the provider: for {@link Task#RESULT_LIFETIME}. */
    public Completed() {
      this(Task.RESULT_LIFETIME);
    }

    @Override
    public TaskState finalState() {
      return TaskState.COMPLETED;
    }
  }

  /**
   * There is no video.
   *
   * @param code for programs, such as {@code generation_failed}
   * @param message for people
   */
  record Failed(String code, String message) implements Outcome {
    @Override
    public TaskState finalState() {
      return TaskState.FAILED;
    }
  }

  /**
   * There is no end: the task stays almost done for ever, and no clock has anything to wait for.
   */
  record Stuck() implements Outcome {
    @Override
    public TaskState finalState() {
      return TaskState.inProgress(99);
    }
  }
}
