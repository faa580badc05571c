package dev.seedance.contract.pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.model.annotations.PactDirectory;
import dev.seedance.client.RequestCheck;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the client needs of a provider. Running it writes {@code pacts/}, which other teams may
 * verify their server against, as {@link MockPactTest} does.
 */
@PactConsumerTest
@PactDirectory("pacts")
@PactTestFor(providerName = Pacts.PROVIDER, pactVersion = PactSpecVersion.V4)
class ClientPactTest {

  private static final String GENERATIONS = "/v1/videos/generations";
  private static final String PROMPT = "A lighthouse in a storm";
  private static final String TASK_ID = "tsk_vid_[0-9A-HJKMNP-TV-Z]{26}";
  private static final String SAMPLE_ID = "tsk_vid_01KX2V8D0Q3F5G7H9J1K3M5N7P";

  @Pact(consumer = Pacts.CONSUMER)
  V4Pact submits(PactBuilder pact) {
    return submit(pact, "a text-to-video request", "seedance-2", 5)
        .willRespondWith()
        .status(200)
        .body(
            newJsonBody(
                    body ->
                        task(body)
                            .stringMatcher("status", "queued|in_progress", "queued")
                            .integerType("progress", 0))
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "submits")
  void submits_a_task(MockServer provider) {
    GenerationTask task = client(provider).submit(request(VideoModel.SEEDANCE_2, 5));
    assertThat(task.getId()).isEqualTo(SAMPLE_ID);
    assertThat(task.getStatus()).isEqualTo("queued");
  }

  @Pact(consumer = Pacts.CONSUMER)
  V4Pact seesCompletedTask(PactBuilder pact) {
    return pact.usingLegacyDsl()
        .given(Pacts.COMPLETED_TASK, Pacts.BUSINESS_ID, "order-1")
        .uponReceiving("a look at a completed task by its business id")
        .method("GET")
        .path(GENERATIONS + "/order-1")
        .headers(Map.of("Authorization", Pacts.BEARER))
        .willRespondWith()
        .status(200)
        .body(
            newJsonBody(
                    body -> {
                      task(body)
                          .stringValue("client_business_id", "order-1")
                          .stringValue("status", "completed")
                          .numberValue("progress", 100)
                          .integerType("completed_at", 1783953300)
                          .integerType("expires_at", 1784039700);
                      body.object(
                          "result",
                          result -> {
                            result.stringValue("type", "video");
                            result.minArrayLike(
                                "data",
                                1,
                                video ->
                                    video
                                        .stringMatcher(
                                            "url", "https?://.+", "https://cdn.example/v.mp4")
                                        .stringValue("format", "mp4"));
                          });
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "seesCompletedTask")
  void sees_a_completed_task(MockServer provider) {
    GenerationTask task = client(provider).getByBusinessId("order-1");
    assertThat(task.getStatus()).isEqualTo("completed");
    assertThat(task.getResult().getData().get(0).getUrl()).isEqualTo("https://cdn.example/v.mp4");
  }

  @Pact(consumer = Pacts.CONSUMER)
  V4Pact missesTask(PactBuilder pact) {
    return pact.usingLegacyDsl()
        .uponReceiving("a look at a task that nobody has submitted")
        .method("GET")
        .path(GENERATIONS + "/nobody")
        .headers(Map.of("Authorization", Pacts.BEARER))
        .willRespondWith()
        .status(404)
        .body(error("task_not_found", "not_found_error"))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "missesTask")
  void an_unknown_task_is_a_typed_error(MockServer provider) {
    var error = catchThrowableOfType(NotFoundException.class, () -> client(provider).get("nobody"));
    assertThat(error.status()).isEqualTo(404);
    assertThat(error.code()).contains("task_not_found");
  }

  @Pact(consumer = Pacts.CONSUMER)
  V4Pact isRefused(PactBuilder pact) {
    return submit(pact, "a request that the model cannot do", "seedance-2-mini", 7)
        .willRespondWith()
        .status(400)
        .body(error("invalid_request", "invalid_request_error"))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "isRefused")
  void a_refused_request_is_a_typed_error(MockServer provider) {
    GenerationRequest request = request(VideoModel.SEEDANCE_2_MINI, 7);
    var error =
        catchThrowableOfType(BadRequestException.class, () -> client(provider).submit(request));
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).contains("invalid_request");
  }

  private static PactDslRequestWithPath submit(
      PactBuilder pact, String description, String model, int duration) {
    return pact.usingLegacyDsl()
        .uponReceiving(description)
        .method("POST")
        .path(GENERATIONS)
        .headers(Map.of("Authorization", Pacts.BEARER, "Content-Type", "application/json"))
        .body(
            newJsonBody(
                    body ->
                        body.stringValue("model", model)
                            .stringValue("prompt", PROMPT)
                            .numberValue("duration", duration))
                .build());
  }

  private static GenerationRequest request(VideoModel model, int duration) {
    return new GenerationRequest().model(model).prompt(PROMPT).duration(duration);
  }

  private static LambdaDslObject task(LambdaDslObject body) {
    return body.stringMatcher("id", TASK_ID, SAMPLE_ID)
        .stringValue("object", "generation.task")
        .stringValue("model", "seedance-2")
        .integerType("created_at", 1783953000);
  }

  private static DslPart error(String code, String type) {
    return newJsonBody(
            body ->
                body.object(
                    "error",
                    error ->
                        error
                            .stringValue("code", code)
                            .stringValue("type", type)
                            .stringType("message", "what was wrong")))
        .build();
  }

  private static SeedanceClient client(MockServer provider) {
    return SeedanceClient.builder()
        .baseUrl(provider.getUrl())
        .apiKey(Pacts.KEY)
        .requestCheck(RequestCheck.none())
        .build();
  }
}
