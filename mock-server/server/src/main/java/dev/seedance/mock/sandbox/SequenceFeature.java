package dev.seedance.mock.sandbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The sequences of a sandbox. */
@Singleton
final class SequenceFeature extends SandboxFeature<Sequences, Sequences.Counters> {

  static final String NAME = "counters";

  /** The counters, of which those of requests are ahead. */
  private static final Stored<Sequences> STORED =
      new Stored<>() {
        @Override
        public List<String> keys(Sequences state) {
          return List.of(WHOLE);
        }

        @Override
        public Object find(Sequences state, String key) {
          return state.stored();
        }

        @Override
        public Class<?> type(String key) {
          return Sequences.Counters.class;
        }

        @Override
        public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
          var counters = (Sequences.Counters) Objects.requireNonNull(documents.get(WHOLE));
          return () -> sandbox.sequences().resume(counters);
        }
      };

  SequenceFeature() {
    super(NAME, Sequences.class, Sequences.Counters.class);
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

  @Override
  public Optional<Stored<Sequences>> stored() {
    return Optional.of(STORED);
  }

  @Override
  protected void settle(Sequences state) {
    state.settle();
  }
}
