package dev.seedance.contract.verify.checks;

import static dev.seedance.contract.verify.Cost.TASK;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.contract.verify.Check;
import dev.seedance.contract.verify.Target;
import dev.seedance.contract.verify.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The life of a task: {@code lifecycle}. One cheap task is submitted and followed to its end; each
 * check reads one thing in the responses.
 */
final class LifecycleChecks {

  private static final String WHERE = "openapi.yaml, GenerationTask";
  private static final List<String> ORDER = List.of("queued", "in_progress", "completed");
  private static final long RESULT_LIVES = 86_400;
  private static final long FIRST_SECOND = 1_000_000_000L;
  private static final long LAST_SECOND = 99_999_999_999L; // milliseconds are beyond

  private LifecycleChecks() {}

  static List<Check> all() {
    return Stream.of(identity(), course(), end(), absences()).flatMap(List::stream).toList();
  }

  private static List<Check> identity() {
    return List.of(
        life(
            "lifecycle.accepted",
            "a submit is answered with 200 and a task",
            LifecycleChecks::accepted),
        life(
            "lifecycle.answers-conform",
            "every answer about a task is as the schema GenerationTask has it",
            life -> life.all().forEach(Exchange::conforms)),
        life(
            "lifecycle.task-id",
            "a task id is tsk_vid_ and a ULID",
            life ->
                life.submitted()
                    .matches(
                        "/id", "tsk_vid_[0-9A-HJKMNP-TV-Z]{26}", "tsk_vid_ and 26 of 0-9, A-Z")),
        life(
            "lifecycle.same-task",
            "id, object, model and created_at stay what they are",
            LifecycleChecks::sameTask),
        life(
            "lifecycle.model", "a task shows the model that was asked for", LifecycleChecks::model),
        life("lifecycle.object", "a task's object is generation.task", LifecycleChecks::object));
  }

  private static List<Check> course() {
    return List.of(
        life(
            "lifecycle.known-status",
            "a status is one that the contract knows",
            LifecycleChecks::knownStatus),
        life(
            "lifecycle.status-order",
            "a status never goes back",
            life ->
                ordered(life, LifecycleChecks::rank, "/status", "a status that does not go back")),
        life(
            "lifecycle.progress-in-range",
            "progress is an integer from 0 to 100: 0 when queued, 100 when completed",
            LifecycleChecks::progressInRange),
        life(
            "lifecycle.progress-never-falls",
            "progress never falls",
            life ->
                ordered(
                    life,
                    exchange -> exchange.json().path("progress").asInt(),
                    "/progress",
                    "progress that does not fall")));
  }

  private static List<Check> end() {
    return List.of(
        life("lifecycle.completes", "a harmless task completes", Life::completed),
        life(
            "lifecycle.created-at",
            "created_at is Unix time in seconds",
            life -> seconds(life.submitted(), "/created_at")),
        life(
            "lifecycle.completed-at",
            "a completed task has completed_at, not before created_at",
            LifecycleChecks::completedAt),
        life(
            "lifecycle.expires-at",
            "expires_at is completed_at and 86400 s",
            life ->
                life.completed()
                    .integer("/expires_at", seconds(life.end(), "/completed_at") + RESULT_LIVES)));
  }

  private static List<Check> absences() {
    return List.of(
        life(
            "lifecycle.nothing-early",
            "completed_at, expires_at, result and error are not there before the end",
            LifecycleChecks::nothingEarly),
        life(
            "lifecycle.no-error",
            "a completed task has no error",
            life -> life.completed().absent("/error")),
        life(
            "lifecycle.no-business-id",
            "a task that was submitted without client_business_id has none",
            life -> life.all().forEach(exchange -> exchange.absent("/client_business_id"))),
        life(
            "lifecycle.result",
            "a completed task has one video of the format mp4",
            LifecycleChecks::result),
        check(
            "lifecycle.download",
            "the result's URL gives an MP4 file, without a key",
            LifecycleChecks::download),
        check(
            "lifecycle.final-stays",
            "a task that has ended stays as it is",
            (target, life) -> {
              Exchange again = target.call(Calls.status(life.id())).status(200);
              if (!again.json().equals(life.end().json())) {
                throw again.failure("the answer as it was before: " + life.end().json(), "another");
              }
            }),
        check(
            "lifecycle.own-tasks-only",
            "a task can't be seen with another key",
            (target, life) -> hidden(target.callAsOther(Calls.status(life.id())))));
  }

  /** Expects that a task is not shown: the key is unknown, or it has no such task. */
  static void hidden(Exchange exchange) {
    exchange.status(404, 401).conforms();
  }

  private static Check life(String id, String sentence, Consumer<Life> fact) {
    return check(id, sentence, (target, life) -> fact.accept(life));
  }

  private static Check check(String id, String sentence, BiConsumer<Target, Life> fact) {
    return new Check(id, sentence, TASK, WHERE, target -> fact.accept(target, theLife(target)));
  }

  /** Returns the task that the checks of this group read; submitted once a run. */
  static Life theLife(Target target) {
    return target.once(
        "lifecycle", () -> Life.of(target, Calls.submitCheapest("A paper boat", "")));
  }

  private static void accepted(Life life) {
    life.submitted().status(200).conforms();
  }

  private static void sameTask(Life life) {
    JsonNode first = life.submitted().json();
    for (Exchange poll : life.polls()) {
      for (String member : List.of("/id", "/object", "/model", "/created_at")) {
        if (!poll.json().at(member).equals(first.at(member))) {
          throw poll.failure(member + " = " + first.at(member) + " as before", poll.show(member));
        }
      }
    }
  }

  private static void model(Life life) {
    life.submitted().text("/model", "seedance-2-mini");
  }

  private static void object(Life life) {
    life.submitted().text("/object", "generation.task");
  }

  private static void knownStatus(Life life) {
    for (Exchange exchange : life.all()) {
      String status = exchange.text("/status");
      if (!ORDER.contains(status) && !status.equals("failed")) {
        throw exchange.failure(
            "queued, in_progress, completed or failed", exchange.show("/status"));
      }
    }
  }

  /** Returns the place of a status in a life; an unknown one is as far as the one before. */
  private static int rank(Exchange exchange) {
    return exchange.text("/status").equals("failed")
        ? ORDER.size()
        : ORDER.indexOf(exchange.text("/status"));
  }

  private static void ordered(
      Life life, ToIntFunction<Exchange> measure, String pointer, String expected) {
    Exchange before = life.submitted();
    for (Exchange poll : life.polls()) {
      boolean failed = poll.text("/status").equals("failed"); // whose progress is 0
      int now = measure.applyAsInt(poll);
      if (now >= 0 && now < measure.applyAsInt(before) && !failed) {
        throw poll.failure(expected, poll.show(pointer) + " after " + before.show(pointer));
      }
      before = now < 0 ? before : poll;
    }
  }

  private static void progressInRange(Life life) {
    for (Exchange exchange : life.all()) {
      JsonNode progress = exchange.json().path("progress");
      if (!progress.isInt() || progress.intValue() < 0 || progress.intValue() > 100) {
        throw exchange.failure("an integer from 0 to 100", exchange.show("/progress"));
      }
      if (exchange.text("/status").equals("queued")) {
        exchange.integer("/progress", 0);
      }
    }
    life.completed().integer("/progress", 100);
  }

  private static void completedAt(Life life) {
    long created = seconds(life.submitted(), "/created_at");
    long completed = seconds(life.completed(), "/completed_at");
    if (completed < created) {
      throw life.end().failure("completed_at >= created_at = " + created, "" + completed);
    }
  }

  private static long seconds(Exchange exchange, String pointer) {
    JsonNode value = exchange.json().at(pointer);
    boolean right =
        value.isIntegralNumber()
            && value.longValue() >= FIRST_SECOND
            && value.longValue() <= LAST_SECOND;
    if (!right) {
      throw exchange.failure(pointer + " in Unix seconds", exchange.show(pointer));
    }
    return value.longValue();
  }

  private static void nothingEarly(Life life) {
    for (Exchange exchange : life.beforeTheEnd()) {
      List.of("/completed_at", "/expires_at", "/result", "/error").forEach(exchange::absent);
    }
  }

  private static void result(Life life) {
    Exchange end =
        life.completed()
            .text("/result/type", "video")
            .text("/result/data/0/format", "mp4")
            .matches("/result/data/0/url", "https?://.+", "an absolute http or https URL");
    int videos = end.json().at("/result/data").size();
    if (videos != 1) {
      throw end.failure("one video", videos + " videos");
    }
  }

  private static void download(Target target, Life life) {
    String url = life.completed().text("/result/data/0/url");
    Exchange file = target.callAsIs(Downloads.of(url)).status(200, 206);
    if (!new String(file.response().body(), StandardCharsets.ISO_8859_1).startsWith("ftyp", 4)) {
      throw file.failure("an MP4 file, which begins with a box 'ftyp'", "something else");
    }
  }
}
