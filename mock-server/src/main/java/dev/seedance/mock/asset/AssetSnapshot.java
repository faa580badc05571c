package dev.seedance.mock.asset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.ScenarioJson;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;

/** The groups and assets of a sandbox, with what will happen to them. */
@Singleton
final class AssetSnapshot implements SnapshotPart {

  @Override
  public String name() {
    return "assets";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    return ScenarioJson.MAPPER.valueToTree(sandbox.assets().save());
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    AssetStore.State read = ScenarioJson.read(state, AssetStore.State.class);
    return () -> sandbox.assets().restore(read);
  }
}
