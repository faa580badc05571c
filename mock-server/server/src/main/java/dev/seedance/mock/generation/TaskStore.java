package dev.seedance.mock.generation;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.PartChanges;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The newest tasks of one sandbox; beyond the capacity the oldest are forgotten. Thread-safe. */
public final class TaskStore {

  /**
   * The result of a submission.
   *
   * @param task the stored task
   * @param replayed if the task was there before
   */
  record Submission(Task task, boolean replayed) {}

  private final int capacity;
  private final HeldBytes heldBytes;
  private final PartChanges changes;
  private final Consumer<Task> onForgotten;
  private final Map<String, Task> byId = new LinkedHashMap<>();
  private final Map<String, Task> byBusinessId = new HashMap<>();

  /** The ids of tasks that are followed through their plans; kept for the store alone. */
  private final Set<String> followed = new HashSet<>();

  /**
   * Starts an empty store.
   *
   * @param heldBytes counts the tasks
   * @param changes keeps account of them, by id
   * @param onForgotten takes each task that is no longer kept
   */
  TaskStore(
      OptionValues options, HeldBytes heldBytes, PartChanges changes, Consumer<Task> onForgotten) {
    this.capacity = options.get(MockOptions.MAX_TASKS);
    this.heldBytes = heldBytes;
    this.changes = changes;
    this.onForgotten = onForgotten;
  }

  /**
   * Adds a task, unless the caller's own id is already known (decision D6). To be called in an
   * atomic change of the sandbox, so that submissions with such an id come one after the other; the
   * store can be read meanwhile.
   *
   * @param clientBusinessId the caller's own id; null if none was sent
   * @param task creates the task; not called for a replay
   */
  Submission submit(@Nullable String clientBusinessId, Supplier<Task> task) {
    return findByBusinessId(clientBusinessId)
        .map(known -> new Submission(known, true))
        .orElseGet(() -> new Submission(add(task.get()), false));
  }

  /** Finds a task by its id or by the caller's own id; the task id wins (decision D7). */
  public synchronized Optional<Task> find(String id) {
    Task task = byId.get(id);
    return Optional.ofNullable(task != null ? task : byBusinessId.get(id));
  }

  private synchronized Optional<Task> findByBusinessId(@Nullable String id) {
    return Optional.ofNullable(byBusinessId.get(id));
  }

  /** Returns the ids of the tasks, oldest first. */
  synchronized List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  /** Returns the task of an id for the store; null if there is none. */
  synchronized TaskForm.@Nullable Kept kept(String id) {
    Task task = byId.get(id);
    return task == null ? null : new TaskForm.Kept(task, followed.contains(id));
  }

  /** Notes that a task is followed from now on, also by a server that restores it. */
  synchronized void follow(String id) {
    if (changes.isKept() && byId.containsKey(id) && followed.add(id)) {
      changes.mark(id);
    }
  }

  /** Returns a copy of the tasks, oldest first. */
  public synchronized List<Task> all() {
    return List.copyOf(byId.values());
  }

  /** Forgets every task and keeps these instead: oldest first, the newest that fit. */
  synchronized void replaceAll(List<Task> tasks) {
    byId.values().forEach(this::release);
    byId.clear();
    byBusinessId.clear();
    followed.clear();
    changes.replaced();
    tasks.forEach(this::add);
  }

  /** Puts a task in the place of the one with the same ids; does nothing if that is forgotten. */
  synchronized void replace(Task task) {
    if (byId.containsKey(task.id())) {
      put(task);
    }
  }

  private synchronized Task add(Task task) {
    put(task);
    heldBytes.add(task.size());
    if (byId.size() > capacity) {
      forgetOldest();
    }
    return task;
  }

  private void put(Task task) {
    byId.put(task.id(), task);
    changes.mark(task.id());
    if (task.clientBusinessId() != null) {
      byBusinessId.put(task.clientBusinessId(), task);
    }
  }

  /** Forgets the oldest task; false if there is none. */
  synchronized boolean forgetOldest() {
    if (byId.isEmpty()) {
      return false;
    }
    var oldest = byId.values().iterator();
    Task forgotten = oldest.next();
    oldest.remove();
    if (forgotten.clientBusinessId() != null) {
      byBusinessId.remove(forgotten.clientBusinessId());
    }
    followed.remove(forgotten.id());
    release(forgotten);
    return true;
  }

  private void release(Task forgotten) {
    changes.mark(forgotten.id());
    heldBytes.add(-forgotten.size());
    onForgotten.accept(forgotten);
  }
}
