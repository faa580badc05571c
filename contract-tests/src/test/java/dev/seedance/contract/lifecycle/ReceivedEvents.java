package dev.seedance.contract.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.client.webhook.VerifiedEvent;
import dev.seedance.client.webhook.WebhookVerifier;
import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events that a receiver has got from one sandbox. */
final class ReceivedEvents {

  /** A verifier without a tolerance for time: deliveries carry the time of the sandbox. */
  private static final WebhookVerifier VERIFIER =
      WebhookVerifier.of("whsec_seedance_mock").withTolerance(Duration.ofDays(100_000));

  private final Map<String, Set<String>> eventsOfTasks = new HashMap<>();
  private final Map<String, JsonNode> dataOfTasks = new HashMap<>();
  private final Calls calls;

  ReceivedEvents(WebhookReceiver receiver, String path, Calls calls) {
    this.calls = calls;
    receiver.deliveries().stream()
        .filter(delivery -> delivery.path().equals(path))
        .forEach(this::hear);
  }

  /**
   * Requires that every delivery in the log has come, signed, and that all deliveries for a task
   * are one event.
   *
   * @param setBack true if the sandbox was reset or restored, so that a task may have ended twice,
   *     in two histories; ids are drawn anew, and so the same
   */
  void requireLawful(boolean setBack) {
    calls
        .get("/_mock/webhooks/deliveries")
        .body()
        .path("deliveries")
        .forEach(
            delivery ->
                assertThat(eventsOfTasks.getOrDefault(delivery.path("task_id").asText(), Set.of()))
                    .as("events received of %s", delivery.path("task_id"))
                    .contains(delivery.path("id").asText()));
    if (!setBack) {
      eventsOfTasks.forEach(
          (task, events) -> assertThat(List.copyOf(events)).as("events of %s", task).hasSize(1));
    }
  }

  /** Requires that the event of a task, if one has come, tells the billing of the status call. */
  void requireSameBilling(JsonNode task) {
    JsonNode event = dataOfTasks.get(task.path("id").asText());
    if (event != null) {
      assertThat(event.path("billing")).as("billing of %s", task).isEqualTo(task.path("billing"));
    }
  }

  private void hear(WebhookReceiver.Delivery delivery) {
    VerifiedEvent event = VERIFIER.verify(delivery.headers()::getFirst, delivery.body());
    dataOfTasks.put(event.taskId(), data(delivery.body()));
    eventsOfTasks.computeIfAbsent(event.taskId(), task -> new HashSet<>()).add(event.id());
  }

  private static JsonNode data(byte[] body) {
    try {
      return new ObjectMapper().readTree(body).path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
