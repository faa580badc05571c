package dev.seedance.contract.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Submits, polls and ends the tasks of a sandbox. */
final class TaskSteps {

  private static final String GENERATIONS = "/v1/videos/generations";

  private static final Pattern MARKER = Pattern.compile("\\[mock:(.*)]");

  private final Random random;
  private final Wire wire;
  private final Ledger ledger;
  private final Audit audit;
  private final Callbacks callbacks;
  private int submits;

  TaskSteps(Random random, Wire wire, Ledger ledger, Audit audit, Callbacks callbacks) {
    this.random = random;
    this.wire = wire;
    this.ledger = ledger;
    this.audit = audit;
    this.callbacks = callbacks;
  }

  /** Submits a task, with a client_business_id or without; one in six is a replay. */
  Step submit() {
    if (random.nextInt(6) == 0) {
      Optional<TaskFact> replayed =
          any().filter(task -> !task.order().isEmpty() && task.callback().isEmpty());
      if (replayed.isPresent()) {
        return replay(replayed.get());
      }
    }
    int number = ++submits;
    String order = random.nextBoolean() ? "order-" + number : "";
    String callback = random.nextBoolean() ? "/" + wire.key() + "/" + number : "";
    String prompt = "task %d own-%d %s".formatted(number, random.nextInt(4), chosen());
    String body = body(prompt, order, callback);
    return Step.of(
        () -> add(wire.post(GENERATIONS, body).expect(200).path("id").asText(), prompt, callback),
        () -> settle(prompt, order, callback, body));
  }

  /** Returns the marker of a built-in scenario, mostly none. */
  private String chosen() {
    return switch (random.nextInt(8)) {
      case 0 -> "[mock:instant]";
      case 1 -> "[mock:content-rejected]";
      case 2 -> "[mock:stuck]";
      default -> "";
    };
  }

  private String body(String prompt, String order, String callback) {
    String ordered = order.isEmpty() ? "" : ",\"client_business_id\":\"" + order + "\"";
    String called =
        callback.isEmpty() ? "" : ",\"callback_url\":\"" + callbacks.url(callback) + "\"";
    return """
        {"model":"seedance-2","prompt":"%s","duration":5,"resolution":"720p"%s%s}\
        """
        .formatted(prompt, ordered, called);
  }

  private Step replay(TaskFact task) {
    return Step.reading(
        () -> {
          Wire.Reply reply = wire.post(GENERATIONS, body(task.prompt(), task.order(), ""));
          String id = reply.expect(200).path("id").asText();
          if (!id.equals(task.id()) || reply.headers().firstValue("X-Mock-Replayed").isEmpty()) {
            throw new AssertionError("a replay of %s made %s".formatted(task, id));
          }
        });
  }

  /** Enters an acknowledged task, with the plan that it must keep. */
  private void add(String id, String prompt, String callback) throws Unacknowledged {
    // The submit is acknowledged, whatever happens to the question for its plan.
    List<JsonNode> planned = new ArrayList<>();
    Patience.insist(() -> planned.add(wire.get("/_mock/tasks/" + id).expect(200)));
    TaskFact task = TaskFact.of(planned.get(0), callback);
    if (!task.prompt().equals(prompt) || !task.scenario().equals(scenarioOf(prompt))) {
      throw new AssertionError("submit of '%s' made %s".formatted(prompt, task));
    }
    ledger.add(task);
  }

  /** Returns the scenario that a prompt chooses: a registered one that matches goes first. */
  private String scenarioOf(String prompt) {
    Optional<String> own = ledger.scenarios.keySet().stream().filter(prompt::contains).findFirst();
    Matcher marker = MARKER.matcher(prompt);
    return own.orElseGet(() -> marker.find() ? marker.group(1) : "realistic");
  }

  private void settle(String prompt, String order, String callback, String body)
      throws Unacknowledged {
    Optional<JsonNode> made = find(prompt);
    if (made.isEmpty() && !order.isEmpty()) { // now it is safe to repeat
      wire.post(GENERATIONS, body).expect(200);
      made = find(prompt);
      if (made.isEmpty()) {
        throw new AssertionError("a repeated submit of '%s' made no task".formatted(prompt));
      }
    }
    if (made.isPresent()) {
      add(made.get().path("task").path("id").asText(), prompt, callback);
    }
  }

  private Optional<JsonNode> find(String prompt) throws Unacknowledged {
    List<JsonNode> made =
        audit.listed().entrySet().stream()
            .filter(listed -> !ledger.tasks.containsKey(listed.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (made.size() > 1
        || made.stream().anyMatch(task -> !task.path("prompt").asText().equals(prompt))) {
      throw new AssertionError("one submit of '%s' made %s".formatted(prompt, made));
    }
    return made.stream().findFirst();
  }

  private Optional<TaskFact> any() {
    if (ledger.tasks.isEmpty()) {
      return Optional.empty();
    }
    return ledger.tasks.values().stream().skip(random.nextInt(ledger.tasks.size())).findFirst();
  }

  /** Polls a task; the third poll of some is refused by their scenario, once. */
  Step poll() {
    TaskFact task = any().orElseThrow();
    return Step.reading(
        () -> {
          Wire.Reply reply = wire.get(GENERATIONS + "/" + task.id());
          if (reply.status() == SettingSteps.THIRD_POLL) {
            if (!task.scenario().startsWith("own-") || !ledger.thirdPolls.add(task.id())) {
              throw new AssertionError("the third poll of %s came twice".formatted(task));
            }
          } else if (ledger.clock.isFrozen()) {
            String status = reply.expect(200).path("status").asText();
            task.requireStatus(status, ledger.clock.now(), ledger.clock.now());
          } else {
            reply.expect(200);
          }
        });
  }

  /** Ends a task by force. */
  Step force() {
    TaskFact task = any().orElseThrow();
    String status = random.nextBoolean() ? "completed" : "failed";
    String path = "/_mock/tasks/" + task.id();
    return Step.of(
        () -> {
          Wire.Reply reply = wire.post(path + "/outcome", "{\"status\":\"" + status + "\"}");
          if (reply.status() != 409) {
            ended(task, TaskFact.of(reply.expect(200), task.callback()), status);
          } else if (ledger.clock.isFrozen() && !task.isFinalAt(ledger.clock.now())) {
            throw new AssertionError("409 to the end of " + task);
          }
        },
        () -> {
          TaskFact found = TaskFact.of(wire.get(path).expect(200), task.callback());
          if (!found.equals(task)) {
            ended(task, found, status);
          }
        });
  }

  private void ended(TaskFact task, TaskFact found, String status) {
    boolean same =
        found.id().equals(task.id())
            && found.order().equals(task.order())
            && found.prompt().equals(task.prompt())
            && found.scenario().equals(task.scenario());
    if (!same || !found.outcome().equals(status)) {
      throw new AssertionError("%s was ended as %s: %s".formatted(task, status, found));
    }
    ledger.put("ended", found);
  }
}
