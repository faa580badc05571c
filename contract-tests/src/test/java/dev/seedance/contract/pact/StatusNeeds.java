package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.completed;
import static dev.seedance.contract.pact.Bodies.json;
import static dev.seedance.contract.pact.Bodies.task;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.Matchers;
import dev.seedance.client.TaskStatus;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Polls of tasks, in every state. */
final class StatusNeeds {

  private static final String ORDER = "order-1";
  private static final String AMOUNT = "\\d+(\\.\\d+)?";

  private StatusNeeds() {}

  static List<Need> all() {
    return List.of(
        byTaskId(),
        poll(States.QUEUED, task("queued", 0, order()), sees(TaskStatus.QUEUED)),
        poll(States.IN_PROGRESS, task("in_progress", 40, order()), sees(TaskStatus.IN_PROGRESS)),
        poll(
            States.COMPLETED,
            task("completed", 100, order().andThen(completed(1, video -> {}))),
            completedWith(1, null)),
        poll(
            States.COMPLETED_WITH_LAST_FRAME,
            task("completed", 100, order().andThen(completed(1, StatusNeeds::lastFrame))),
            completedWith(1, "https://files.example.com/v/1.png")),
        poll(
            States.COMPLETED_TWICE,
            task("completed", 100, order().andThen(completed(2, video -> {}))),
            completedWith(2, null)),
        poll(
            States.FAILED,
            task("failed", 0, order().andThen(StatusNeeds::failure)),
            task -> {
              assertThat(TaskStatus.of(task)).isEqualTo(TaskStatus.FAILED);
              assertThat(task.getError().getCode()).isEqualTo("generation_failed");
            }),
        poll(
            States.SETTLED,
            task(
                "completed",
                100,
                order().andThen(completed(1, video -> {})).andThen(billing("settled"))),
            billedAs("settled")),
        poll(
            States.REFUNDED,
            task("failed", 0, order().andThen(StatusNeeds::failure).andThen(billing("refunded"))),
            billedAs("refunded")),
        poll(States.UNKNOWN_STATUS, unknown(), sees(TaskStatus.UNKNOWN)));
  }

  /** Returns a poll of the task of a state by its business id. */
  static Need poll(String state) {
    return Need.of("a look by business id while " + state)
        .given(state, Map.of(States.BUSINESS_ID, ORDER))
        .gets(SubmitNeeds.PATH + "/" + ORDER);
  }

  private static Need poll(String state, DslPart response, Consumer<GenerationTask> sees) {
    return poll(state)
        .responds(200, response)
        .when(client -> sees.accept(client.api().getByBusinessId(ORDER)));
  }

  private static Need byTaskId() {
    String path = SubmitNeeds.PATH + "/";
    return Need.of("a look by task id")
        .given(States.QUEUED, Map.of(States.BUSINESS_ID, ORDER))
        .gets(Matchers.fromProviderState(path + "${task_id}", path + Bodies.SAMPLE_TASK))
        .responds(200, task("queued", 0, more -> {}))
        .when(
            client ->
                assertThat(client.api().get(Bodies.SAMPLE_TASK).getId())
                    .isEqualTo(Bodies.SAMPLE_TASK));
  }

  private static Consumer<LambdaDslObject> order() {
    return body -> body.stringValue(States.BUSINESS_ID, ORDER);
  }

  private static Consumer<LambdaDslObject> billing(String status) {
    return body ->
        body.object(
            "billing",
            billing ->
                billing
                    .stringValue("status", status)
                    .stringMatcher("credits", AMOUNT, "100")
                    .stringMatcher("cost_usd", AMOUNT, "0.5"));
  }

  private static Consumer<GenerationTask> billedAs(String status) {
    return task -> {
      assertThat(task.getBilling().getStatus()).isEqualTo(status);
      assertThat(task.getBilling().getCostUsd()).matches(AMOUNT);
    };
  }

  private static void lastFrame(LambdaDslObject video) {
    video.stringMatcher("last_frame_url", Bodies.URL, "https://files.example.com/v/1.png");
  }

  private static void failure(LambdaDslObject body) {
    body.object(
        "error",
        error ->
            error
                .stringMatcher("code", "[a-z_]+", "generation_failed")
                .stringType("message", "The output did not pass moderation."));
  }

  /** Returns a task of which a reader may rely on its status alone. */
  private static DslPart unknown() {
    return json(
        body ->
            body.stringType("id", Bodies.SAMPLE_TASK)
                .stringType("object", "generation.task")
                .stringType("model", "seedance-2")
                .stringMatcher(
                    "status", "(?!queued$|in_progress$|completed$|failed$).+", "reviewing")
                .integerType("progress", 40)
                .integerType("created_at", 1_783_953_000));
  }

  private static Consumer<GenerationTask> sees(TaskStatus status) {
    return task -> assertThat(TaskStatus.of(task)).isEqualTo(status);
  }

  private static Consumer<GenerationTask> completedWith(
      int videos, @org.jspecify.annotations.Nullable String lastFrame) {
    return task -> {
      assertThat(TaskStatus.of(task)).isEqualTo(TaskStatus.COMPLETED);
      assertThat(task.getExpiresAt()).isGreaterThan(task.getCompletedAt());
      assertThat(task.getResult().getData())
          .hasSize(videos)
          .allSatisfy(video -> assertThat(video.getUrl()).startsWith("https://"))
          .extracting(ResultVideo::getLastFrameUrl)
          .containsOnly(lastFrame);
    };
  }
}
