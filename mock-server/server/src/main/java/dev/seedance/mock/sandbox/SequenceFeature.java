package dev.seedance.mock.sandbox;

import jakarta.inject.Singleton;

/** The sequences of a sandbox. */
@Singleton
final class SequenceFeature extends SandboxFeature<Sequences, Sequences.Counters> {

  SequenceFeature() {
    super("counters", Sequences.class, Sequences.Counters.class);
  }

  @Override
  protected Sequences create(Sandbox sandbox) {
    return sandbox.sequences();
  }

  @Override
  public Sequences.Counters save(Sequences state) {
    return state.counters();
  }

  @Override
  public Runnable restore(Sandbox sandbox, Sequences.Counters document) {
    return () -> sandbox.sequences().restore(document);
  }
}
