package dev.seedance.contract.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.exchange.Calls;
import dev.seedance.contract.exchange.Calls.Answer;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.contract.exchange.WebhookReceiver;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A fresh sandbox of a real server, and every response that it has given about each task. {@link
 * #requireLawful()} must hold after every step.
 *
 * <p>Tasks go by the business id that they were submitted with, so that the steps of a story do not
 * depend on each other.
 */
final class World {

  private static final Lifecycle TABLE = Lifecycle.table();

  /** One key for every story: the mock's random values depend on it, and a seed must suffice. */
  private static final String KEY = "story";

  /** The revisions whose responses tell what a task costs. */
  private static final Set<String> TELLS_BILLING =
      ApiSpec.revisions().stream().filter(World::tellsBilling).collect(Collectors.toSet());

  private static final AtomicInteger STORIES = new AtomicInteger();

  private final String callbacks = "story-" + STORIES.incrementAndGet();
  private final Calls calls;
  private final WebhookReceiver receiver;
  private Map<String, List<JsonNode>> histories = new HashMap<>();
  private Map<String, List<JsonNode>> savedHistories = new HashMap<>();
  private String revision = ApiSpec.defaultRevision();
  private String savedRevision = revision;
  private String snapshot = "";
  private boolean setBack;

  World(URI server, WebhookReceiver receiver) {
    this.calls = new CheckedHttp().callsOf(server, KEY);
    this.receiver = receiver;
    calls.post("/_mock/reset", "");
  }

  void submit(String order, String model, String scenario, boolean callback) {
    String url = callback ? ",\"callback_url\":\"" + receiver.url(callbacks) + "\"" : "";
    Answer response =
        calls.submit(
            """
            {"model":"%s","prompt":"[mock:%s] x","client_business_id":"%s"%s}"""
                .formatted(model, scenario, order, url));
    assertThat(response.status()).as("submit of %s", order).isEqualTo(200);
    boolean known = histories.containsKey(order);
    assertThat(response.headers().firstValue("X-Mock-Replayed").isPresent())
        .as("replay of %s", order)
        .isEqualTo(known);
    if (!known) {
      assertThat(response.body().has("billing"))
          .as("billing of %s in revision %s", order, revision)
          .isEqualTo(TELLS_BILLING.contains(revision));
    }
    see(order, response.body());
  }

  /** Holds the submits from now on to a revision; the tasks keep theirs. */
  void hold(String other) {
    assertThat(calls.put("/_mock/revision", "{\"revision\":\"" + other + "\"}").status())
        .isEqualTo(200);
    revision = other;
  }

  void poll(String order, boolean byTaskId) {
    boolean known = histories.containsKey(order);
    Answer response = calls.poll(known && byTaskId ? last(order).path("id").asText() : order);
    assertThat(response.status()).as("poll of %s", order).isEqualTo(known ? 200 : 404);
    if (known) {
      see(order, response.body());
    }
  }

  void end(String order, String status) {
    Answer response =
        calls.post("/_mock/tasks/" + order + "/outcome", "{\"status\":\"" + status + "\"}");
    if (!histories.containsKey(order)) {
      assertThat(response.status()).as("end of unknown %s", order).isEqualTo(404);
    } else if (TABLE.isFinal(last(order))) {
      assertThat(response.status()).as("end of final %s", order).isEqualTo(409);
    } else {
      // If time flows, it may have ended by itself since the last poll.
      assertThat(response.status()).as("end of %s", order).isIn(200, 409);
    }
  }

  void move(String path, String body) {
    assertThat(calls.post("/_mock/clock/" + path, body).status()).isEqualTo(200);
  }

  void flow(String mode) {
    assertThat(calls.put("/_mock/clock", mode).status()).isEqualTo(200);
  }

  void reset() {
    requireSingleEvents();
    calls.post("/_mock/reset", "");
    revision = ApiSpec.defaultRevision();
    histories.clear();
    setBack = true;
  }

  void save() {
    snapshot = calls.get("/_mock/snapshot").body().toString();
    savedHistories = copy(histories);
    savedRevision = revision;
  }

  void restore() {
    requireSingleEvents();
    if (!snapshot.isEmpty()) {
      assertThat(calls.put("/_mock/snapshot", snapshot).status()).isEqualTo(204);
      histories = copy(savedHistories);
      revision = savedRevision;
      setBack = true;
    }
  }

  /** Polls every task without advancing the clock, and holds the responses to the table. */
  void requireLawful() {
    JsonNode tasks = calls.get("/_mock/tasks").body().path("tasks");
    assertThat(tasks).as("tasks of the sandbox").hasSize(histories.size());
    for (JsonNode planned : tasks) {
      JsonNode task = planned.path("task");
      see(task.path("client_business_id").asText(), task);
    }
  }

  /** Requires that the log of deliveries only grows, until a reset or a restore replaces it. */
  private void requireSingleEvents() {
    eventsOfTasks()
        .forEach(
            (task, events) -> assertThat(events).as("final events of %s", task).hasSizeLessThan(2));
  }

  /** Advances past all due events, and requires one event for each final task with a callback. */
  void requireToldOnce() {
    flow("{\"mode\":\"frozen\"}");
    move("advance", "{\"by\":\"PT0S\"}");
    requireLawful();
    Map<String, List<String>> events = eventsOfTasks();
    for (JsonNode planned : calls.get("/_mock/tasks").body().path("tasks")) {
      JsonNode task = planned.path("task");
      List<String> expected =
          planned.has("callback_url") && TABLE.isFinal(task)
              ? List.of(TABLE.state(task).orElseThrow().event())
              : List.of();
      assertThat(events.getOrDefault(task.path("id").asText(), List.of()))
          .as("events of %s", task)
          .isEqualTo(expected);
    }
    var received = new ReceivedEvents(receiver, "/" + callbacks, calls);
    received.requireLawful(setBack);
    if (!setBack) {
      histories.keySet().forEach(order -> received.requireSameBilling(last(order)));
    }
  }

  private Map<String, List<String>> eventsOfTasks() {
    Map<String, List<String>> events = new HashMap<>();
    calls
        .get("/_mock/webhooks/deliveries")
        .body()
        .path("deliveries")
        .forEach(
            delivery ->
                events
                    .computeIfAbsent(delivery.path("task_id").asText(), task -> new ArrayList<>())
                    .add(delivery.path("type").asText()));
    return events;
  }

  private void see(String order, JsonNode task) {
    List<JsonNode> history = histories.computeIfAbsent(order, unseen -> new ArrayList<>());
    history.add(task);
    assertThat(TABLE.breaches(history)).as("%s breaks lifecycle.yaml", order).isEmpty();
  }

  private JsonNode last(String order) {
    List<JsonNode> history = histories.get(order);
    return history.get(history.size() - 1);
  }

  private static boolean tellsBilling(String revision) {
    try (InputStream table = ApiSpec.capabilities(revision).openStream()) {
      return new ObjectMapper().readTree(table).at("/responses/billing").asBoolean();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<JsonNode>> copy(Map<String, List<JsonNode>> histories) {
    Map<String, List<JsonNode>> copy = new HashMap<>();
    histories.forEach((order, history) -> copy.put(order, new ArrayList<>(history)));
    return copy;
  }

  /** Describes the sandbox in reports of failed stories. */
  @Override
  public String toString() {
    var text = new StringBuilder("tasks:");
    histories.forEach(
        (order, history) -> {
          JsonNode task = history.get(history.size() - 1);
          text.append(
              " %s %s %s%%"
                  .formatted(order, task.path("status").asText(), task.path("progress").asText()));
        });
    return text.toString();
  }
}
