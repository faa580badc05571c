package dev.seedance.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.SeedanceClient;
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
import dev.seedance.contract.exchange.CheckedHttp;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.junit.SeedanceMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
  @ValueSource(strings = {"flaky-polls", "rate-limited"})
  void gets_its_video_from_a_server_that_stumbles(String scenario, MockServer mock) {
    var request = request("[mock:" + scenario + "] A lighthouse").clientBusinessId("order-1");
    assertThat(client(mock).generate(request).getStatus()).isEqualTo("completed");
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

  private static GenerationRequest request(String prompt) {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt(prompt).duration(5);
  }

  private SeedanceClient client(MockServer mock) {
    return http.clientOf(mock.baseUrl(), mock.apiKey()).build();
  }
}
