package dev.seedance.mock.generation;

import dev.seedance.mock.clock.Happening;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.webhook.Deliveries;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Follows tasks through their plans, so that their end is noticed without a poll.
 *
 * <p>Only a task that somebody waits for is followed: a webhook's receiver or a watcher of events.
 * The others cost nothing until they are asked for.
 */
@Singleton
public final class Milestones {

  private final Deliveries deliveries;

  Milestones(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** Follows a task where somebody waits for it. */
  void follow(Sandbox sandbox, Task task) {
    if (isWaitedFor(sandbox, task)) {
      reach(sandbox, task, sandbox.clock().instant());
    }
  }

  /** Follows each task that isn't final yet and that somebody waits for from now on. */
  public void followAll(Sandbox sandbox) {
    Instant now = sandbox.clock().instant();
    sandbox.tasks().all().stream()
        .filter(task -> isWaitedFor(sandbox, task) && !sandbox.agenda().contains(key(task)))
        .forEach(task -> enterNext(sandbox, task, now));
  }

  /** Tells what a task is at an instant, and enters what comes next. */
  void reach(Sandbox sandbox, Task task, Instant now) {
    TaskState state = task.at(now);
    sandbox.events().publish("task", () -> TaskEvent.of(task, state, now));
    if (state.isCompleted() || state.isFailed()) {
      sandbox.agenda().cancel(key(task));
      deliveries.taskEnded(sandbox, task, now);
    } else {
      enterNext(sandbox, task, now);
    }
  }

  private boolean isWaitedFor(Sandbox sandbox, Task task) {
    return sandbox.events().isWatched() || deliveries.areWantedFor(sandbox, task);
  }

  private void enterNext(Sandbox sandbox, Task task, Instant now) {
    Optional<Instant> next = task.plan().nextEventAfter(now);
    next.ifPresent(due -> sandbox.agenda().enter(key(task), due, reachAgain(sandbox, task.id())));
  }

  /** Keeps the id only: the task may be changed or forgotten by then. */
  private Happening reachAgain(Sandbox sandbox, String id) {
    return now -> {
      sandbox.tasks().find(id).ifPresent(task -> reach(sandbox, task, now));
      return CompletableFuture.completedFuture(null);
    };
  }

  private static String key(Task task) {
    return task.id();
  }
}
