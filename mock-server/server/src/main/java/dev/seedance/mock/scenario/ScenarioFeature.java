package dev.seedance.mock.scenario;

import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import dev.seedance.mock.sandbox.Stored;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

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
    return new Scenarios(options, sandbox.heldBytes(), sandbox.changesOf(this));
  }

  @Override
  public Optional<Stored<Scenarios>> stored() {
    return Optional.of(new ScenarioForm());
  }

  @Override
  protected boolean giveUpOldest(Scenarios state) {
    return state.forgetOldest();
  }

  @Override
  protected void settle(Scenarios state) {
    state.counts().settle();
  }

  @Override
  public Document save(Scenarios state) {
    return new Document(state.all(), state.counts().state());
  }

  @Override
  public Runnable restore(Sandbox sandbox, Document document) {
    Scenarios scenarios = sandbox.get(Scenarios.class);
    scenarios.requireRestorable(document.own());
    return () -> scenarios.replaceAll(document.own(), document.counts());
  }
}
