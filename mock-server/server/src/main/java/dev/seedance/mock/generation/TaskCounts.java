package dev.seedance.mock.generation;

import dev.seedance.mock.measure.Measure;
import dev.seedance.mock.measure.Measured;
import dev.seedance.mock.plan.TaskState;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Sandboxes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks that the sandboxes of a server keep, by their state now. Advances no clock. */
@Singleton
final class TaskCounts implements Measured {

  private final Sandboxes sandboxes;

  TaskCounts(Sandboxes sandboxes) {
    this.sandboxes = sandboxes;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        new Measure(
            "tasks",
            Measure.Kind.GAUGE,
            "Tasks that are kept, by state.",
            List.of("state"),
            this::values));
  }

  private Map<List<String>, Double> values() {
    Map<List<String>, Double> values = new LinkedHashMap<>();
    TaskState.statuses().forEach(status -> values.put(List.of(status), 0.0));
    for (Sandbox sandbox : sandboxes.idleFor(Duration.ZERO)) {
      Instant now = sandbox.clock().instant();
      for (Task task : sandbox.get(TaskStore.class).all()) {
        values.merge(List.of(task.at(now).status()), 1.0, Double::sum);
      }
    }
    return values;
  }
}
