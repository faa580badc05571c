package dev.seedance.contract.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares a sandbox with the ledger of its client: all that was acknowledged is there. */
final class Audit {

  static final String ASSETS = "/v1/videos/doubao-seedance-2-0/private-avatar/assets";

  private final Wire wire;
  private final Ledger ledger;
  private final Callbacks callbacks;

  Audit(Wire wire, Ledger ledger, Callbacks callbacks) {
    this.wire = wire;
    this.ledger = ledger;
    this.callbacks = callbacks;
  }

  /** Checks everything. */
  void run() throws Unacknowledged {
    settings();
    tasks();
    balance();
    files();
    webhooks();
  }

  private void settings() throws Unacknowledged {
    Map<String, JsonNode> scenarios = new TreeMap<>();
    for (JsonNode scenario : wire.get("/_mock/scenarios").expect(200).path("scenarios")) {
      scenarios.put(scenario.path("name").asText(), scenario);
    }
    requireEqual("scenarios", ledger.scenarios, scenarios);
    requireEqual("webhook settings", ledger.webhooks, wire.get("/_mock/webhooks").expect(200));
    requireEqual(
        "revision",
        ledger.revision,
        wire.get("/_mock/revision").expect(200).path("revision").asText());
  }

  private void tasks() throws Unacknowledged {
    ClockFact before = ClockFact.read(wire);
    ledger.clock.requireFollowedBy(before);
    Map<String, JsonNode> listed = listed();
    ClockFact after = ClockFact.read(wire);
    before.requireFollowedBy(after);
    ledger.clock = after;
    requireEqual("ids of tasks", ledger.tasks.keySet(), listed.keySet());
    ledger.tasks.forEach(
        (id, fact) -> {
          JsonNode planned = Objects.requireNonNull(listed.get(id));
          requireEqual("task", fact, TaskFact.of(planned, fact.callback()));
          fact.requireStatus(
              planned.path("task").path("status").asText(), before.now(), after.now());
        });
  }

  /** Returns all tasks of the sandbox by id. */
  Map<String, JsonNode> listed() throws Unacknowledged {
    Map<String, JsonNode> listed = new HashMap<>();
    for (JsonNode planned : wire.get("/_mock/tasks?limit=10000").expect(200).path("tasks")) {
      listed.put(planned.path("task").path("id").asText(), planned);
    }
    return listed;
  }

  private void balance() throws Unacknowledged {
    if (ledger.clock.isFrozen()) {
      double seen = wire.get("/_mock/balance").expect(200).path("remain_balance").asDouble();
      if (!ledger.isBalance(seen)) {
        throw new AssertionError("balance %s, expected %s".formatted(seen, ledger.balance()));
      }
    }
  }

  private void files() throws Unacknowledged {
    for (Map.Entry<String, byte[]> upload : ledger.uploads.entrySet()) {
      Wire.Reply file = wire.get(upload.getKey());
      file.expect(200);
      if (!Arrays.equals(file.bytes(), upload.getValue())) {
        throw new AssertionError("upload %s has other bytes".formatted(upload.getKey()));
      }
    }
    for (Map.Entry<String, String> asset : ledger.assets.entrySet()) {
      JsonNode found = wire.get(ASSETS + "/" + asset.getKey()).expect(200).path("data");
      requireEqual("group of " + asset.getKey(), asset.getValue(), found.path("group_id").asText());
    }
  }

  /** Checks that the log has all attempts as they were, and each that a receiver has got. */
  private void webhooks() throws Unacknowledged {
    Map<String, List<Callbacks.Arrival>> arrived = new HashMap<>();
    for (TaskFact task : ledger.tasks.values()) {
      arrived.put(task.id(), task.callback().isEmpty() ? List.of() : callbacks.at(task.callback()));
    }
    Map<String, List<JsonNode>> attempts = new HashMap<>();
    Map<String, JsonNode> logged = new HashMap<>();
    for (JsonNode delivery :
        wire.get("/_mock/webhooks/deliveries").expect(200).path("deliveries")) {
      String event = delivery.path("id").asText();
      for (JsonNode attempt : delivery.path("attempts")) {
        attempts.computeIfAbsent(event, id -> new ArrayList<>()).add(attempt);
        logged.put(event + " attempt " + attempt.path("number"), attempt.path("headers"));
      }
    }
    ledger.attempts.forEach((place, headers) -> requireEqual(place, headers, logged.get(place)));
    ledger.attempts.putAll(logged);
    arrived.forEach((task, arrivals) -> requireLogged(task, arrivals, attempts));
  }

  /**
   * Checks that what has arrived is one event, and each arrival an attempt of its own. The log does
   * not know what an attempt held that was under way when its server ended, only that there was it.
   */
  private static void requireLogged(
      String task, List<Callbacks.Arrival> arrivals, Map<String, List<JsonNode>> attempts) {
    Set<String> unknown = new HashSet<>();
    for (Callbacks.Arrival arrival : arrivals) {
      requireEqual("event of " + task, arrivals.get(0).event(), arrival.event());
      requireEqual("body of " + arrival.event(), arrivals.get(0).body(), arrival.body());
      unknown.add(arrival.signature());
    }
    long interrupted = 0;
    for (JsonNode attempt : arrivals.isEmpty() ? List.<JsonNode>of() : logged(arrivals, attempts)) {
      unknown.remove(attempt.path("headers").path("X-ToAPIs-Webhook-Signature").asText());
      interrupted += attempt.path("error").asText().startsWith("interrupted") ? 1 : 0;
    }
    if (unknown.size() > interrupted) {
      throw new AssertionError(
          "%s has arrived for %s, and the log does not know all: %s"
              .formatted(arrivals, task, logged(arrivals, attempts)));
    }
  }

  private static List<JsonNode> logged(
      List<Callbacks.Arrival> arrivals, Map<String, List<JsonNode>> attempts) {
    return attempts.getOrDefault(arrivals.get(0).event(), List.of());
  }

  /**
   * Checks that each final task with a callback has told its end, once the clock has passed all.
   */
  void told() {
    for (TaskFact task : ledger.tasks.values()) {
      if (!task.callback().isEmpty()
          && task.isFinalAt(ledger.clock.now())
          && callbacks.at(task.callback()).stream().noneMatch(a -> a.status() == 204)) {
        throw new AssertionError(
            "the end of %s was never told; arrivals: %s"
                .formatted(task, callbacks.at(task.callback())));
      }
    }
  }

  private static void requireEqual(String what, Object expected, @Nullable Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError(
          "%s%n  acknowledged: %s%n  found:        %s".formatted(what, expected, found));
    }
  }
}
