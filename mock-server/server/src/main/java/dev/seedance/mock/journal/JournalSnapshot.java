package dev.seedance.mock.journal;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The calls that the journal of a sandbox keeps. */
@Factory
final class JournalSnapshot {

  @Singleton
  SnapshotPart<Journal.State> journal() {
    return SnapshotPart.of(
        "journal",
        Journal.State.class,
        sandbox -> sandbox.journal().save(),
        (sandbox, state) -> sandbox.journal().restore(state));
  }
}
