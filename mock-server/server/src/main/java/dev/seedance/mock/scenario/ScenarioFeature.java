package dev.seedance.mock.scenario;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import jakarta.inject.Singleton;
import java.util.List;

/** The scenarios of a sandbox and the counts of their faults. */
@Singleton
final class ScenarioFeature extends SandboxFeature<Scenarios, ScenarioFeature.Document> {

  record Document(List<Scenario> own, FaultCounts.State counts) {}

  private final OptionValues options;

  ScenarioFeature(OptionValues options) {
    super("scenarios", Scenarios.class, Document.class);
    this.options = options;
  }

  @Override
  protected Scenarios create(Sandbox sandbox) {
    return new Scenarios(options);
  }

  @Override
  public Document save(Scenarios state) {
    return new Document(state.all(), state.counts());
  }

  @Override
  public Runnable restore(Sandbox sandbox, Document document) {
    Scenarios scenarios = sandbox.get(Scenarios.class);
    scenarios.requireRestorable(document.own());
    return () -> scenarios.replaceAll(document.own(), document.counts());
  }
}
