package dev.seedance.contract.verify;

import static dev.seedance.contract.verify.Breakage.requests;
import static dev.seedance.contract.verify.Breakage.responses;
import static dev.seedance.contract.verify.Breakage.tasks;
import static dev.seedance.contract.verify.BrokenServer.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Servers with faults in tasks. */
final class BrokenTasks {

  private BrokenTasks() {}

  static List<BrokenServer> lives() {
    return Stream.of(progress(), times(), facts()).flatMap(List::stream).toList();
  }

  private static List<BrokenServer> progress() {
    return List.of(
        calls(
            "202 for a submit",
            responses(
                Breakage::isSubmit,
                response -> response.status() == 200 ? response.start(202) : response),
            "lifecycle.accepted",
            "idempotency.echo",
            "webhooks.delivered",
            "assets.not-active",
            "errors.unavailable"),
        calls(
            "progress that falls",
            tasks(
                is("in_progress"),
                task -> task.put("progress", 100 - task.path("progress").asInt())),
            "lifecycle.progress-never-falls"),
        calls(
                "progress of text",
                tasks(
                    task -> true,
                    task -> task.put("progress", task.path("progress").asText() + "%")),
                "lifecycle.progress-in-range",
                "lifecycle.answers-conform")
            .knockingOn(),
        calls(
            "progress over 100",
            tasks(is("in_progress"), task -> task.put("progress", 101)),
            "lifecycle.progress-in-range",
            "lifecycle.answers-conform",
            "lifecycle.progress-never-falls"),
        calls(
            "completed at 99 percent",
            tasks(is("completed"), task -> task.put("progress", 99)),
            "lifecycle.progress-in-range"));
  }

  private static List<BrokenServer> times() {
    return List.of(
        calls(
            "no expires_at", tasks(is("completed"), without("expires_at")), "lifecycle.expires-at"),
        calls(
            "expires_at in an hour",
            tasks(
                is("completed"),
                task -> task.put("expires_at", task.path("completed_at").asLong() + 3_600)),
            "lifecycle.expires-at"),
        calls(
            "no completed_at",
            tasks(is("completed"), without("completed_at")),
            "lifecycle.completed-at",
            "lifecycle.expires-at",
            "webhooks.completed"),
        calls(
            "completed before it was created",
            tasks(
                is("completed"),
                task ->
                    task.put("completed_at", task.path("created_at").asLong() - 1)
                        .put("expires_at", task.path("created_at").asLong() - 1 + 86_400)),
            "lifecycle.completed-at",
            "webhooks.completed"),
        calls(
            "times in milliseconds",
            tasks(task -> task.put("created_at", task.path("created_at").asLong() * 1_000)),
            "lifecycle.created-at",
            "lifecycle.completed-at",
            "webhooks.completed",
            "webhooks.failed"),
        calls(
            "created_at is now",
            drifting("created_at"),
            "lifecycle.same-task",
            "lifecycle.final-stays",
            "webhooks.completed",
            "webhooks.failed"));
  }

  private static List<BrokenServer> facts() {
    return List.of(
        calls(
                "no object",
                tasks(without("object")),
                "lifecycle.object",
                "lifecycle.accepted",
                "lifecycle.answers-conform")
            .knockingOn(),
        calls("another object", tasks(task -> task.put("object", "video")), "lifecycle.object"),
        calls(
            "another model",
            tasks(task -> task.put("model", "seedance-2")),
            "lifecycle.model",
            "webhooks.completed",
            "webhooks.failed"),
        calls(
            "ids without prefix",
            unprefixed(),
            "lifecycle.task-id",
            "webhooks.completed",
            "webhooks.failed"),
        calls(
            "an unknown status",
            tasks(is("in_progress"), task -> task.put("status", "rendering")),
            "lifecycle.known-status"),
        calls(
            "a status that goes back",
            goingBack(),
            "lifecycle.status-order",
            "lifecycle.progress-never-falls"));
  }

  static List<BrokenServer> ends() {
    return Stream.of(completed(), foreign(), failed()).flatMap(List::stream).toList();
  }

  private static List<BrokenServer> completed() {
    return List.of(
        calls(
            "completed without a result",
            tasks(is("completed"), without("result")),
            "lifecycle.result",
            "lifecycle.download",
            "webhooks.same-result"),
        calls(
            "a result before the end",
            tasks(
                is("in_progress"),
                task -> task.putObject("result").put("type", "video").putArray("data")),
            "lifecycle.nothing-early"),
        calls(
            "completed with an error",
            tasks(
                is("completed"),
                task -> task.putObject("error").put("code", "none").put("message", "")),
            "lifecycle.no-error"),
        calls(
            "two videos for one",
            tasks(
                is("completed"),
                task -> task.withArray("/result/data").add(task.at("/result/data/0").deepCopy())),
            "lifecycle.result"),
        calls(
            "a relative URL",
            tasks(
                is("completed"),
                task -> ((ObjectNode) task.at("/result/data/0")).put("url", "/files/a.mp4")),
            "lifecycle.result",
            "webhooks.same-result",
            "lifecycle.download"),
        calls(
            "a video that is a page",
            tasks(
                is("completed"),
                task ->
                    ((ObjectNode) task.at("/result/data/0"))
                        .put(
                            "url", task.at("/result/data/0/url").asText().replace(".mp4", ".png"))),
            "lifecycle.download",
            "webhooks.same-result"));
  }

  private static List<BrokenServer> foreign() {
    return List.of(
        calls("a final task that fails later", failingLater(), "lifecycle.final-stays"),
        calls(
            "everybody sees every task",
            requests(
                request -> String.valueOf(request.header("Authorization")).contains("other-"),
                request ->
                    request.header(
                        "Authorization",
                        String.valueOf(request.header("Authorization")).replace("other-", ""))),
            "lifecycle.own-tasks-only",
            "idempotency.own-ids-only",
            "assets.own-assets-only"));
  }

  private static List<BrokenServer> failed() {
    return List.of(
        calls(
            "a failed task is HTTP 500",
            responses(
                Breakage::isPoll,
                response ->
                    response.json().path("status").asText().equals("failed")
                        ? response.start(500)
                        : response),
            "assets.not-active"),
        calls(
            "a failed task without an error",
            tasks(is("failed"), without("error")),
            "assets.not-active",
            "assets.failed-has-message",
            "webhooks.failed"),
        calls(
            "a failed task with a result",
            tasks(
                is("failed"),
                task -> task.putObject("result").put("type", "video").putArray("data")),
            "assets.failed-has-no-result"),
        calls(
            "a failed task at 100 percent",
            tasks(is("failed"), task -> task.put("progress", 100)),
            "assets.failed-progress"));
  }

  private static Predicate<JsonNode> is(String status) {
    return task -> task.path("status").asText().equals(status);
  }

  private static Consumer<ObjectNode> without(String member) {
    return task -> task.remove(member);
  }

  private static Breakage drifting(String member) {
    var count = new AtomicInteger();
    return tasks(task -> task.put(member, task.path(member).asLong() + count.incrementAndGet()));
  }

  private static Breakage unprefixed() {
    return (request, server) -> {
      String restored =
          request.start().replaceAll("generations/([0-9A-Z]{26})$", "generations/tsk_vid_$1");
      return server
          .apply(request.start(restored))
          .change(task -> task.put("id", task.path("id").asText().replace("tsk_vid_", "")));
    };
  }

  private static Breakage goingBack() {
    var seen = new AtomicInteger();
    return tasks(
        is("in_progress"),
        task -> {
          if (seen.incrementAndGet() % 3 == 0) {
            task.put("status", "queued").put("progress", 0);
          }
        });
  }

  private static Breakage failingLater() {
    var ends = new HashSet<String>();
    return tasks(
        is("completed"),
        task -> {
          if (!ends.add(task.path("id").asText())) {
            task.put("status", "failed");
          }
        });
  }
}
