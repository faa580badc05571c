package dev.seedance.mock.asset;

import dev.seedance.mock.snapshot.SnapshotPart;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The groups and assets of a sandbox, with what will happen to them. */
@Factory
final class AssetSnapshot {

  @Singleton
  SnapshotPart<AssetStore.State> assets() {
    return SnapshotPart.of(
        "assets",
        AssetStore.State.class,
        sandbox -> sandbox.assets().save(),
        (sandbox, state) -> sandbox.assets().restore(state));
  }
}
