package dev.seedance.mock.scenario;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** The own scenarios of a sandbox, and how often their faults had an occasion. */
@Factory
final class ScenarioSnapshot {

  record State(List<Scenario> own, FaultCounts.State counts) {

    static State of(Scenarios scenarios) {
      return new State(scenarios.all(), scenarios.counts());
    }

    /** Puts these in the place of a sandbox's own; checked first. */
    Runnable change(Scenarios scenarios) {
      scenarios.requireRoomFor(own);
      return () -> scenarios.replaceAll(own, counts);
    }
  }

  @Singleton
  SnapshotPart<State> scenarios() {
    return new SnapshotPart<>(
        "scenarios",
        State.class,
        sandbox -> State.of(sandbox.scenarios()),
        (sandbox, state) -> state.change(sandbox.scenarios()));
  }
}
