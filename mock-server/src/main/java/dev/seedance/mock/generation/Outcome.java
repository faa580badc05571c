package dev.seedance.mock.generation;

/** How a task ends. */
public sealed interface Outcome {

  /** The state that the task stays in. */
  TaskState finalState();

  /** The video is there. */
  record Completed() implements Outcome {
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
}
