package dev.seedance.mock.limit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.ScenarioJson;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;

/** How full the buckets of a sandbox are. */
@Singleton
final class RateLimitSnapshot implements SnapshotPart {

  @Override
  public String name() {
    return "rate_limits";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    return ScenarioJson.MAPPER.valueToTree(sandbox.rateLimiter().save());
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    RateLimiter.State read = ScenarioJson.read(state, RateLimiter.State.class);
    return () -> sandbox.rateLimiter().restore(read);
  }
}
