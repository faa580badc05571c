package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import dev.seedance.client.webhook.VerifiedEvent;
import java.util.List;
import java.util.function.Consumer;

/** All that the receiver needs of a sender of webhooks: its three events. */
final class WebhookNeeds {

  static final String COMPLETED = "generation.completed";
  static final String FAILED = "generation.failed";
  static final String TEST = "endpoint.test";
  static final String SAMPLE_EVENT = "evt_01KX7QB9TQ2W4E6R8T0Y1ZX3CV";

  private WebhookNeeds() {}

  static List<WebhookNeed> all() {
    return List.of(
        new WebhookNeed(COMPLETED, completed(), WebhookNeeds::readCompleted),
        new WebhookNeed(FAILED, failed(), WebhookNeeds::readFailed),
        new WebhookNeed(TEST, test(), WebhookNeeds::readTest));
  }

  private static DslPart completed() {
    return ended(
        COMPLETED,
        "SUCCESS",
        data ->
            data.object(
                "result",
                result ->
                    result
                        .stringValue("type", "video")
                        .minArrayLike(
                            "data",
                            1,
                            video ->
                                video
                                    .stringMatcher(
                                        "url", Bodies.URL, "https://files.example.com/v/1.mp4")
                                    .stringMatcher("format", "mp4", "mp4"))));
  }

  private static void readCompleted(VerifiedEvent event) {
    assertThat(event)
        .asInstanceOf(type(VerifiedEvent.Completed.class))
        .satisfies(
            completed -> {
              assertThat(completed.taskId()).isEqualTo(Bodies.SAMPLE_TASK);
              assertThat(completed.videos())
                  .singleElement()
                  .satisfies(video -> assertThat(video.getUrl()).startsWith("https://"));
            });
  }

  private static DslPart failed() {
    return ended(
        FAILED,
        "FAILURE",
        data ->
            data.object(
                "error",
                error ->
                    error
                        .stringMatcher("code", "[a-z_]+", "generation_failed")
                        .stringType("message", "The output did not pass moderation.")));
  }

  private static void readFailed(VerifiedEvent event) {
    assertThat(event)
        .asInstanceOf(type(VerifiedEvent.Failed.class))
        .satisfies(failed -> assertThat(failed.error().getCode()).isEqualTo("generation_failed"));
  }

  private static DslPart test() {
    return event(
        TEST,
        data ->
            data.stringValue("task_id", "endpoint_test")
                .stringValue("task_type", "image")
                .stringValue("status", "SUCCESS")
                .stringValue("progress", "100%")
                .numberValue("submitted_at", 0)
                .numberValue("finished_at", 0)
                .object("result", result -> result.stringType("message", "A test delivery.")));
  }

  private static void readTest(VerifiedEvent event) {
    assertThat(event)
        .asInstanceOf(type(VerifiedEvent.EndpointTest.class))
        .satisfies(test -> assertThat(test.taskId()).isEqualTo("endpoint_test"));
  }

  private static DslPart ended(String type, String status, Consumer<LambdaDslObject> more) {
    return event(
        type,
        data -> {
          data.stringMatcher("task_id", "tsk_vid_[0-9A-HJKMNP-TV-Z]{26}", Bodies.SAMPLE_TASK)
              .stringType("client_business_id", "order-1")
              .stringType("trace_id", "trace-1")
              .stringValue("task_type", "video")
              .stringMatcher("model", "seedance-2(-fast|-mini)?", "seedance-2")
              .stringValue("status", status)
              .stringValue("progress", "100%")
              .integerType("submitted_at", 1_783_953_000)
              .integerType("finished_at", 1_783_953_128);
          more.accept(data);
        });
  }

  private static DslPart event(String type, Consumer<LambdaDslObject> data) {
    return json(
        body ->
            body.stringMatcher("id", "evt_.+", SAMPLE_EVENT)
                .stringValue("type", type)
                .stringMatcher("api_version", "v\\d+", "v1")
                .integerType("created_at", 1_783_953_130)
                .object("data", data));
  }
}
