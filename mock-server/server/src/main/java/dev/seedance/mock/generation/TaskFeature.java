package dev.seedance.mock.generation;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks of a sandbox with their plans, oldest first. */
@Singleton
final class TaskFeature extends SandboxFeature<TaskStore, Task[]> {

  private final OptionValues options;
  private final TaskFollower follower;

  TaskFeature(OptionValues options, TaskFollower follower) {
    super("tasks", TaskStore.class, Task[].class);
    this.options = options;
    this.follower = follower;
  }

  @Override
  protected TaskStore create(Sandbox sandbox) {
    return new TaskStore(
        options,
        sandbox.heldBytes(),
        sandbox.changesOf(this),
        task -> sandbox.queue().cancel(task.id()));
  }

  @Override
  public Task[] save(TaskStore state) {
    return state.all().toArray(Task[]::new);
  }

  @Override
  public Runnable restore(Sandbox sandbox, Task[] document) {
    return () -> {
      sandbox.get(TaskStore.class).replaceAll(List.of(document));
      follower.followAll(sandbox);
    };
  }

  @Override
  public Optional<Stored<TaskStore>> stored() {
    return Optional.of(new TaskForm(follower));
  }

  @Override
  protected boolean forgetOldest(TaskStore state) {
    return state.forgetOldest();
  }

  @Override
  protected Optional<Instant> nextEventAfter(TaskStore state, Instant now) {
    Stream<Instant> next =
        state.all().stream().flatMap(task -> task.plan().nextEventAfter(now).stream());
    return next.min(Instant::compareTo);
  }
}
