package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;
import java.util.List;

/** The own scenarios of a sandbox, and how often their faults had an occasion. */
@Singleton
final class ScenarioSnapshot implements SnapshotPart {

  private record State(List<Scenario> own, FaultCounts.State counts) {}

  @Override
  public String name() {
    return "scenarios";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    Scenarios scenarios = sandbox.scenarios();
    return ScenarioJson.MAPPER.valueToTree(new State(scenarios.all(), scenarios.counts()));
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    State read = ScenarioJson.read(state, State.class);
    sandbox.scenarios().requireRoomFor(read.own());
    return () -> sandbox.scenarios().replaceAll(read.own(), read.counts());
  }
}
