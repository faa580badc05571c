package dev.seedance.mock.generation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.ScenarioJson;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;
import java.util.List;

/** The tasks of a sandbox with their plans, oldest first. */
@Singleton
final class TaskSnapshot implements SnapshotPart {

  private final Milestones milestones;

  TaskSnapshot(Milestones milestones) {
    this.milestones = milestones;
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    return ScenarioJson.MAPPER.valueToTree(sandbox.tasks().all());
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    List<Task> tasks = List.of(ScenarioJson.read(state, Task[].class));
    return () -> {
      sandbox.tasks().replaceAll(tasks);
      milestones.followAll(sandbox);
    };
  }
}
