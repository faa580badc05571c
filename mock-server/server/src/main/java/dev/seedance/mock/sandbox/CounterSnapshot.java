package dev.seedance.mock.sandbox;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How far the sequences of a sandbox are. */
@Factory
final class CounterSnapshot {

  @Singleton
  SnapshotPart<Counters> counters() {
    return SnapshotPart.of("counters", Counters.class, Sandbox::counters, Sandbox::restore);
  }
}
