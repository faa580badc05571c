package dev.seedance.mock.generation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The tasks of one sandbox. Implementations are thread-safe. */
public interface TaskStore {

  /**
   * Adds a task, unless the caller's own id is already known (decision D6).
   *
   * @param clientBusinessId the caller's own id; empty where none was sent
   * @param task makes the task; not called for a replay
   * @return the stored task, new or known
   */
  Submission submit(Optional<String> clientBusinessId, Supplier<Task> task);

  /** Finds a task by its id or by the caller's own id; the task id wins (decision D7). */
  Optional<Task> find(String id);

  /** A copy of the tasks, oldest first. */
  List<Task> all();

  /** Forgets every task and keeps these instead: oldest first, the newest that fit. */
  void replaceAll(List<Task> tasks);

  /**
   * Replaces a task.
   *
   * @param id the task id
   * @param change makes the task that takes its place, with the same ids; may throw, then nothing
   *     changes
   * @return the task that took its place; empty where there is none with this id
   */
  Optional<Task> update(String id, UnaryOperator<Task> change);

  /**
   * What became of a submission.
   *
   * @param task the stored task
   * @param replayed whether the task was there before
   */
  record Submission(Task task, boolean replayed) {}
}
