package dev.seedance.mock.generation;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** The tasks of a sandbox with their plans, oldest first. */
@Factory
final class TaskSnapshot {

  @Singleton
  SnapshotPart<Task[]> tasks(Milestones milestones) {
    return SnapshotPart.of(
        "tasks",
        Task[].class,
        sandbox -> sandbox.tasks().all().toArray(Task[]::new),
        (sandbox, tasks) -> {
          sandbox.tasks().replaceAll(List.of(tasks));
          milestones.followAll(sandbox);
        });
  }
}
