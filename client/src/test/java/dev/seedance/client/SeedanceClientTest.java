package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.VideoModel;
import dev.seedance.client.model.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedanceClientTest {

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final SeedanceClient client = builder().build();

  private SeedanceClientBuilder builder() {
    return SeedanceClient.builder()
        .baseUrl(server.url())
        .apiKey("sk-secret")
        .requestCheck(RequestCheck.none())
        .awaitOptions(AwaitOptions.defaults().withJitter(0))
        .clock(time)
        .sleeper(time);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void submits_what_was_set_and_nothing_else() {
    server.reply(Reply.queued());

    GenerationTask task = client.submit(request().duration(8));

    assertThat(task.getId()).isEqualTo("tsk_vid_1");
    ScriptedServer.Call call = server.calls().get(0);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).isEqualTo("/v1/videos/generations");
    assertThat(call.header("Authorization")).isEqualTo("Bearer sk-secret");
    assertThat(call.header("User-agent")).startsWith("seedance-toolkit-java/");
    assertThat(call.body())
        .isEqualTo("{\"model\":\"seedance-2\",\"prompt\":\"A paper boat\",\"duration\":8}");
  }

  @Test
  void encodes_a_business_id_in_the_path() {
    server.reply(Reply.queued());

    client.getByBusinessId("order 7/ä");

    assertThat(server.calls().get(0).path()).isEqualTo("/v1/videos/generations/order%207%2F%C3%A4");
  }

  @Test
  void generates_and_downloads(@TempDir Path folder) throws Exception {
    server.reply(
        Reply.queued(),
        Reply.inProgress(45),
        Reply.completed(server.url() + "/files/1.mp4"),
        Reply.bytes(200, new byte[] {1, 2, 3}));

    GenerationTask task = client.generate(request());
    Path file = client.download(task, folder.resolve("new/boat.mp4"));

    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    assertThat(file.getParent()).isDirectoryContaining(path -> path.endsWith("boat.mp4"));
    assertThat(server.calls().get(3).header("Authorization")).isNull();
  }

  @Test
  void tells_why_a_task_has_failed() {
    server.reply(Reply.failed());

    assertThatThrownBy(() -> client.await("tsk_vid_1"))
        .isInstanceOf(TaskFailedException.class)
        .hasMessage("task tsk_vid_1 has failed: generation_failed: The output was turned down.");
  }

  @Test
  void gives_up_after_ten_minutes() {
    server.thenAlways(Reply.inProgress(45));

    assertThatThrownBy(() -> client.await("tsk_vid_1"))
        .isInstanceOf(TaskTimeoutException.class)
        .hasMessageStartingWith("task tsk_vid_1 is in_progress after 600 s");
    assertThat(server.calls()).hasSize(61);
  }

  @Test
  void never_shows_the_key() {
    server.reply(Reply.error(401, "unauthorized", "sk-secret is no key of ours"));

    assertThatThrownBy(() -> client.get("tsk_vid_1"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessage("getGeneration: HTTP 401 unauthorized: *** is no key of ours");
  }

  @Test
  void sends_nothing_that_the_check_refuses() {
    var violation =
        new Violation()
            .rule("duration.unsupported")
            .severity("error")
            .pointer("/duration")
            .message("5 is not in 4, 8");
    SeedanceClient strict = builder().requestCheck(json -> List.of(violation)).build();

    assertThatThrownBy(() -> strict.submit(request()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageEndingWith("duration.unsupported at /duration: 5 is not in 4, 8");
    assertThat(server.calls()).isEmpty();
  }

  private static GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A paper boat");
  }
}
