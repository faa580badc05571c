package dev.seedance.mock.generation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Keeps the newest tasks in memory and forgets the oldest beyond its capacity. */
public final class InMemoryTaskStore implements TaskStore {

  private final int capacity;
  private final Map<String, Task> byId = new LinkedHashMap<>();
  private final Map<String, Task> byBusinessId = new HashMap<>();

  /**
   * An empty store.
   *
   * @param capacity how many tasks it keeps, at least 1
   */
  public InMemoryTaskStore(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public Submission submit(Optional<String> clientBusinessId, Supplier<Task> task) {
    return clientBusinessId
        .map(id -> submitOnce(id, task))
        .orElseGet(() -> new Submission(add(task.get()), false));
  }

  private synchronized Submission submitOnce(String clientBusinessId, Supplier<Task> task) {
    Task known = byBusinessId.get(clientBusinessId);
    return known != null ? new Submission(known, true) : new Submission(add(task.get()), false);
  }

  @Override
  public synchronized Optional<Task> find(String id) {
    Task task = byId.get(id);
    return Optional.ofNullable(task != null ? task : byBusinessId.get(id));
  }

  @Override
  public synchronized List<Task> all() {
    return List.copyOf(byId.values());
  }

  @Override
  public synchronized void replaceAll(List<Task> tasks) {
    byId.clear();
    byBusinessId.clear();
    tasks.forEach(this::add);
  }

  @Override
  public synchronized Optional<Task> update(String id, UnaryOperator<Task> change) {
    Task task = byId.get(id);
    if (task == null) {
      return Optional.empty();
    }
    Task changed = change.apply(task);
    byId.put(id, changed);
    if (changed.clientBusinessId() != null) {
      byBusinessId.put(changed.clientBusinessId(), changed);
    }
    return Optional.of(changed);
  }

  private synchronized Task add(Task task) {
    byId.put(task.id(), task);
    if (task.clientBusinessId() != null) {
      byBusinessId.put(task.clientBusinessId(), task);
    }
    if (byId.size() > capacity) {
      forgetOldest();
    }
    return task;
  }

  private void forgetOldest() {
    var oldest = byId.values().iterator();
    Task forgotten = oldest.next();
    oldest.remove();
    if (forgotten.clientBusinessId() != null) {
      byBusinessId.remove(forgotten.clientBusinessId());
    }
  }
}
