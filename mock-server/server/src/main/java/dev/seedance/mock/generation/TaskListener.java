package dev.seedance.mock.generation;

import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.sandbox.Sandbox;
import java.time.Instant;

/** Listens to the tasks of every sandbox. Each listener is one bean. */
public interface TaskListener {

  /**
   * Refuses a submit that this listener could not serve. Default: refuses none.
   *
   * @param revision the revision that the submit is held to
   * @throws dev.seedance.mock.http.ApiException if it refuses
   */
  default void requireServable(Sandbox sandbox, Revision revision, Callback callback) {}

  /** Tells if this listener waits for a task; only then is the task followed through its plan. */
  boolean waitsFor(Sandbox sandbox, Task task);

  /**
   * Receives the new state that a followed task has reached.
   *
   * @param now the sandbox's now
   */
  void onState(Sandbox sandbox, Task task, TaskState state, Instant now);
}
