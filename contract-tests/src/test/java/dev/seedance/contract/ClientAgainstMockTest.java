package dev.seedance.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.Sleeper;
import dev.seedance.client.error.ContentPolicyException;
import dev.seedance.client.error.InsufficientQuotaException;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.ResultExpiredException;
import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.model.AssetType;
import dev.seedance.client.model.AvatarAssetRequest;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import dev.seedance.client.webhook.VerifiedEvent;
import dev.seedance.client.webhook.WebhookRefusedException;
import dev.seedance.client.webhook.WebhookRefusedException.Reason;
import dev.seedance.client.webhook.WebhookVerifier;
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.contract.exchange.WebhookReceiver;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.mock.testkit.MockTask;
import dev.seedance.mock.testkit.RecordedCall;
import dev.seedance.mock.testkit.SeedanceMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facade meets the provider's behaviour, good and bad, without waiting for anything. */
@SeedanceMock
class ClientAgainstMockTest {

  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @RegisterExtension private final CheckedHttp http = new CheckedHttp();

  @TempDir private Path folder;

  @Test
  void generates_a_video_and_downloads_it(MockServer mock) throws IOException {
    SeedanceClient client = client(mock);
    GenerationTask task = client.generate(request("A lighthouse"));
    Path file = client.download(task, folder.resolve("lighthouse.mp4"));
    assertThat(Files.readAllBytes(file)).startsWith(0, 0, 0).contains("ftypisom".getBytes(UTF_8));
    assertThat(folder).isDirectoryContaining(found -> found.equals(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"realistic", "slow", "stuck", "flaky-polls", "rate-limited"})
  void waits_for_nothing_by_default(String scenario, MockServer mock) {
    var request = request("[mock:" + scenario + "] A lighthouse").clientBusinessId("order-1");
    List<Duration> waits = new CopyOnWriteArrayList<>();
    SeedanceClient client =
        http.clientOf(mock.baseUrl(), mock.apiKey())
            .sleeper(
                wait -> {
                  waits.add(wait);
                  return Sleeper.realTime().sleep(wait);
                })
            .build();

    if (scenario.equals("stuck")) {
      assertThatThrownBy(() -> client.generate(request)).isInstanceOf(TaskTimeoutException.class);
    } else {
      assertThat(client.generate(request).getStatus()).isEqualTo("completed");
    }

    assertThat(waits).isNotEmpty().allMatch(wait -> wait.toMillis() <= 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flaky-polls", "rate-limited"})
  void gets_its_video_from_a_server_that_stumbles(String scenario, MockServer mock) {
    var request = request("[mock:" + scenario + "] A lighthouse").clientBusinessId("order-1");
    assertThat(client(mock).generate(request).getStatus()).isEqualTo("completed");
  }

  @Test
  void half_an_answer_is_no_news_and_the_next_one_counts(MockServer mock) {
    assertThat(client(mock).generate(request("[mock:malformed-json] x")).getStatus())
        .isEqualTo("completed");
    assertThat(http.takeBreaches())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("GET /v1/videos/generations/tsk_vid_")
        .contains("[ERROR][RESPONSE]");
  }

  @Test
  void a_reset_connection_is_no_news_and_the_next_answer_counts(MockServer mock) {
    assertThat(client(mock).generate(request("[mock:connection-reset] x")).getStatus())
        .isEqualTo("completed");
    assertThat(polls(mock)).hasSizeGreaterThan(2);
  }

  @Test
  void an_unknown_status_is_not_the_end(MockServer mock) {
    List<String> seen = new ArrayList<>();
    var listening =
        AwaitOptions.defaults()
            .withListener((task, percent) -> seen.add(String.valueOf(task.getStatus())));
    assertThat(client(mock).generate(request("[mock:unknown-status] x"), listening).getStatus())
        .isEqualTo("completed");
    assertThat(seen).contains("reviewing").endsWith("completed");
  }

  @Test
  void a_storm_of_webhooks_is_one_event_for_each_task(MockServer mock) throws IOException {
    var verifier = WebhookVerifier.of(mock.webhooks().secret());
    List<VerifiedEvent> believed = new CopyOnWriteArrayList<>();
    List<Reason> refused = new CopyOnWriteArrayList<>();
    try (var receiver =
        WebhookReceiver.answering(
            delivery -> {
              try {
                believed.add(verifier.verify(delivery.headers()::getFirst, delivery.body()));
                return 204;
              } catch (WebhookRefusedException e) {
                refused.add(e.reason());
                return 400;
              }
            })) {
      for (int order = 1; order <= 5; order++) {
        client(mock).submit(request("[mock:webhook-storm] x").callbackUrl(receiver.url("hook")));
      }
      mock.clock().advance(Duration.ofHours(1));
    }
    assertThat(refused).containsExactly(Reason.SIGNATURE);
    assertThat(believed).as("events, with repeats").hasSizeGreaterThan(5);
    assertThat(believed.stream().map(VerifiedEvent::id).distinct()).hasSize(5);
    assertThat(believed.stream().map(VerifiedEvent::taskId).collect(toSet()))
        .isEqualTo(mock.tasks().stream().map(MockTask::id).collect(toSet()));
  }

  @Test
  void a_task_that_fails_is_a_typed_error(MockServer mock) {
    assertThatThrownBy(() -> client(mock).generate(request("[mock:content-rejected] x")))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("generation_failed");
  }

  @Test
  void a_task_that_never_ends_is_given_up(MockServer mock) {
    assertThatThrownBy(() -> client(mock).generate(request("[mock:stuck] x")))
        .isInstanceOf(TaskTimeoutException.class);
  }

  @Test
  void a_completed_task_without_a_video_is_a_typed_error(MockServer mock) {
    assertThatThrownBy(() -> client(mock).generate(request("[mock:missing-result] x")))
        .isInstanceOf(ResultMissingException.class);
  }

  @Test
  void a_result_that_has_expired_is_a_typed_error(MockServer mock) {
    SeedanceClient client = client(mock);
    GenerationTask task = client.generate(request("[mock:expired-result] x"));
    assertThatThrownBy(() -> client.download(task, folder.resolve("late.mp4")))
        .isInstanceOf(ResultExpiredException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusals_at_submit_are_typed_errors(MockServer mock) {
    SeedanceClient client = client(mock);
    assertThatThrownBy(() -> client.submit(request("[mock:policy-rejected] x")))
        .isInstanceOf(ContentPolicyException.class);
    assertThatThrownBy(() -> client.submit(request("[mock:quota-exhausted] x")))
        .isInstanceOf(InsufficientQuotaException.class);
  }

  @Test
  void a_wrong_request_never_reaches_the_server(MockServer mock) {
    var wrong = request("x").model(VideoModel.SEEDANCE_2_MINI).duration(7);
    assertThatThrownBy(() -> client(mock).submit(wrong))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("duration.unsupported");
    assertThat(mock.tasks()).isEmpty();
  }

  @Test
  void uploads_a_picture_and_registers_it_as_an_asset(MockServer mock) throws IOException {
    SeedanceClient client = client(mock);
    Path picture = Files.write(folder.resolve("pixel.png"), PIXEL);
    String url = client.uploads().file(picture).getUrl();
    String group = client.assets().createGroup("heroes").getGroupId();
    var asset =
        client
            .assets()
            .createAsset(
                new AvatarAssetRequest().groupId(group).assetType(AssetType.IMAGE).sourceUrl(url));
    assertThat(client.assets().awaitActive(asset.getAssetId()).getStatus()).isEqualTo("active");
  }

  @Test
  void a_video_costs_something(MockServer mock) {
    SeedanceClient client = client(mock);
    double before = client.balance().getRemainBalance().doubleValue();
    client.generate(request("A lighthouse"));
    assertThat(client.balance().getRemainBalance().doubleValue()).isLessThan(before);
  }

  private static List<RecordedCall> polls(MockServer mock) {
    return mock.requests().stream().filter(call -> call.method().equals("GET")).toList();
  }

  private static GenerationRequest request(String prompt) {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt(prompt).duration(5);
  }

  private SeedanceClient client(MockServer mock) {
    return http.clientOf(mock.baseUrl(), mock.apiKey()).build();
  }
}
