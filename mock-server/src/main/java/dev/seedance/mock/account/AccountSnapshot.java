package dev.seedance.mock.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.ScenarioJson;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;

/** The money of a sandbox, in millionths of a dollar. */
@Singleton
final class AccountSnapshot implements SnapshotPart {

  @Override
  public String name() {
    return "account";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    return ScenarioJson.MAPPER.valueToTree(sandbox.account().save());
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    Account.State read = ScenarioJson.read(state, Account.State.class);
    return () -> sandbox.account().restore(read);
  }
}
