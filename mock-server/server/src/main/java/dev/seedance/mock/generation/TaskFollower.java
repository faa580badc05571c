package dev.seedance.mock.generation;

import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.revision.Revision;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.time.DueEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Follows tasks through their plans, so that their end is noticed without a poll.
 *
 * <p>Only a task that a listener waits for is followed. The others cost nothing until they are
 * polled.
 *
 * <p>Each step is an atomic change of the sandbox: it reads the time, decides, records in the task
 * that its end is told, and tells it. So the end is told once, whatever meets it.
 */
@Singleton
public final class TaskFollower {

  private final List<TaskListener> listeners;

  TaskFollower(List<TaskListener> listeners) {
    this.listeners = listeners;
  }

  /**
   * Refuses a submit that a listener could not serve.
   *
   * @throws dev.seedance.mock.http.ApiException if one refuses
   */
  void requireServable(Sandbox sandbox, Revision revision, Callback callback) {
    listeners.forEach(listener -> listener.requireServable(sandbox, revision, callback));
  }

  /** Follows a new task if a listener waits for it; part of the change that stores it. */
  void follow(Sandbox sandbox, Task task) {
    if (isWaitedFor(sandbox, task)) {
      reach(sandbox, task, sandbox.clock().instant());
    }
  }

  /** Follows each task that isn't final yet and that a listener waits for from now on. */
  public void followAll(Sandbox sandbox) {
    sandbox.atomically(
        () -> {
          Instant now = sandbox.clock().instant();
          sandbox.get(TaskStore.class).all().stream()
              .filter(task -> !task.hasEnded(now) && isWaitedFor(sandbox, task))
              .filter(task -> !sandbox.queue().contains(task.id()))
              .forEach(task -> scheduleNext(sandbox, task, now));
        });
  }

  /**
   * Tells the listeners the state at an instant, unless the end was told before, and schedules what
   * comes next. Part of a change that has read the time.
   */
  void reach(Sandbox sandbox, Task task, Instant now) {
    if (task.endToldAt() != null) {
      return;
    }
    TaskState state = task.at(now);
    if (state.isFinal()) {
      sandbox.queue().cancel(task.id());
      sandbox.get(TaskStore.class).replace(task.toldAt(now));
    } else {
      scheduleNext(sandbox, task, now);
    }
    listeners.forEach(listener -> listener.onState(sandbox, task, state, now));
  }

  private boolean isWaitedFor(Sandbox sandbox, Task task) {
    return listeners.stream().anyMatch(listener -> listener.waitsFor(sandbox, task));
  }

  /** Follows a restored task further. Its end is told now if it came while no server ran. */
  void resume(Sandbox sandbox, Task task) {
    if (task.endToldAt() == null) {
      Instant now = sandbox.clock().instant();
      follow(sandbox, task, task.plan().nextEventAfter(now).orElseGet(task.plan()::endsAt));
    }
  }

  private void scheduleNext(Sandbox sandbox, Task task, Instant now) {
    task.plan().nextEventAfter(now).ifPresent(due -> follow(sandbox, task, due));
  }

  private void follow(Sandbox sandbox, Task task, Instant due) {
    sandbox.get(TaskStore.class).follow(task.id());
    sandbox.queue().schedule(task.id(), due, reachAgain(sandbox, task.id()));
  }

  /** Keeps the id only: the task may be changed or forgotten by then, and the clock set back. */
  private DueEvent reachAgain(Sandbox sandbox, String id) {
    return due -> {
      sandbox.atomically(
          () -> {
            Instant now = sandbox.clock().instant();
            Instant reached = due.isBefore(now) ? due : now;
            sandbox.get(TaskStore.class).find(id).ifPresent(task -> reach(sandbox, task, reached));
          });
      return CompletableFuture.completedFuture(null);
    };
  }
}
