package dev.seedance.mock.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.ScenarioJson;
import dev.seedance.mock.snapshot.SnapshotPart;
import jakarta.inject.Singleton;
import java.util.List;

/** The webhook settings of a sandbox, secrets included, and its deliveries with what is pending. */
@Singleton
final class WebhookSnapshot implements SnapshotPart {

  private record State(WebhookSettings settings, List<Delivery> deliveries) {}

  private final Deliveries sender;

  WebhookSnapshot(Deliveries sender) {
    this.sender = sender;
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public JsonNode save(Sandbox sandbox) {
    Webhooks webhooks = sandbox.webhooks();
    return ScenarioJson.MAPPER.valueToTree(new State(webhooks.settings(), webhooks.list()));
  }

  @Override
  public Runnable restore(Sandbox sandbox, JsonNode state) {
    State read = ScenarioJson.read(state, State.class);
    if (read.settings().defaultUrl() != null) {
      Target.parse(read.settings().defaultUrl());
    }
    if (read.settings().secret().isBlank()) {
      throw new IllegalArgumentException("'settings.secret' is blank");
    }
    return () -> {
      sandbox.webhooks().replaceAll(read.settings(), read.deliveries());
      sandbox.webhooks().list().forEach(delivery -> sender.resume(sandbox, delivery));
    };
  }
}
