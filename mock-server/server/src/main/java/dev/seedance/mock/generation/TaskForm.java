package dev.seedance.mock.generation;

import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Stored;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form in which a store keeps tasks: each by its id. */
record TaskForm(TaskFollower follower) implements Stored<TaskStore> {

  /**
   * A task in a store.
   *
   * @param task the task
   * @param followed if a listener waits for its end, which may come while no server runs
   */
  record Kept(Task task, boolean followed) {}

  @Override
  public List<String> keys(TaskStore state) {
    return state.ids();
  }

  @Override
  public @Nullable Object find(TaskStore state, String key) {
    return state.kept(key);
  }

  @Override
  public Class<?> type(String key) {
    return Kept.class;
  }

  @Override
  public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
    List<Kept> kept = documents.values().stream().map(Kept.class::cast).toList();
    return () -> {
      sandbox.get(TaskStore.class).replaceAll(kept.stream().map(Kept::task).toList());
      kept.stream().filter(Kept::followed).forEach(one -> follower.resume(sandbox, one.task()));
    };
  }
}
