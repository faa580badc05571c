package dev.seedance.mock.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.scenario.ScenarioJson;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;

/** How far the sequences of a sandbox are. */
@Singleton
final class CounterSnapshot implements SnapshotPart {

  @Override
  public String name() {
    return "counters";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    return ScenarioJson.MAPPER.valueToTree(sandbox.counters());
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    Counters counters = ScenarioJson.read(state, Counters.class);
    return () -> sandbox.restore(counters);
  }
}
