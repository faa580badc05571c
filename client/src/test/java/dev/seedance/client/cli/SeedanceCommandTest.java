package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.internal.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SeedanceCommandTest {

  private static final Reply STORED = Reply.stored();

  private final ScriptedServer server = new ScriptedServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void makes_a_video_and_tells_where_it_is() {
    Path file = folder.resolve("boat.mp4");
    server.reply(Reply.queued(), Reply.inProgress(45), completed(), Reply.bytes(200, new byte[99]));

    int exit = run("generate", "--prompt", "A boat", "--out", file.toString());

    assertThat(err.toString().lines())
        .containsExactly(
            "submitted tsk_vid_1", "queued 0 %", "in_progress 45 %", "completed 100 %");
    assertThat(out).hasToString("saved " + file + " (99 bytes)" + System.lineSeparator());
    assertThat(exit).isZero();
    assertThat(file).hasSize(99);
  }

  @Test
  void sends_every_option() throws IOException {
    server.reply(Reply.queued());

    int exit =
        run(
            ("generate --no-wait --model seedance-2-fast --prompt boat --duration 8 --resolution"
                    + " 480p --aspect-ratio 9:16 --seed 7 --no-audio --client-business-id order_7"
                    + " --callback-url https://shop.example/hook --image"
                    + " first_frame=https://m.example/a.png --image last_frame=asset://pa_1")
                .split(" ", -1));

    assertThat(exit).isZero();
    assertThat(sent(0))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"model":"seedance-2-fast","prompt":"boat","client_business_id":"order_7",
                 "duration":8,"aspect_ratio":"9:16","resolution":"480p","generate_audio":false,
                 "seed":7,"callback_url":"https://shop.example/hook","image_with_roles":[
                 {"url":"https://m.example/a.png","role":"first_frame"},
                 {"url":"asset://pa_1","role":"last_frame"}]}"""));
    assertThat(out)
        .hasToString(
            "ordered tsk_vid_1%nfetch the video with: seedance download tsk_vid_1 --base-url %s%n"
                .formatted(server.url()));
  }

  @Test
  void always_has_a_business_id() throws IOException {
    server.reply(Reply.queued());

    run("generate", "--prompt", "boat", "--no-wait");

    assertThat(sent(0).path("client_business_id").asText()).matches("cli_[0-9a-f-]{36}");
  }

  @Test
  void uploads_local_files_first_and_each_once() throws IOException {
    Path image = Files.writeString(folder.resolve("a.png"), "png");
    Path audio = Files.writeString(folder.resolve("a.mp3"), "mp3");
    server.reply(STORED, STORED, Reply.queued());

    int exit =
        run(
            "generate",
            "--no-wait",
            "--prompt",
            "boat",
            "--image",
            image.toString(),
            "--image",
            "reference_image=" + image,
            "--audio",
            audio.toString());

    assertThat(exit).isZero();
    assertThat(server.calls())
        .extracting(ScriptedServer.Call::path)
        .containsExactly("/v1/uploads/images", "/v1/uploads/audios", "/v1/videos/generations");
    assertThat(sent(2).at("/image_with_roles/1/url").asText()).isEqualTo("https://f.example/u");
    assertThat(sent(2).at("/audio_with_roles/0/role").asText()).isEqualTo("reference_audio");
  }

  @Test
  void uploads_nothing_for_a_wrong_request() throws IOException {
    Path image = Files.writeString(folder.resolve("a.png"), "png");

    int exit = run("generate", "--model", "seedance-2-mini", "--image", "first_frame=" + image);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString())
        .contains("error: media-role.unsupported at /image_with_roles/0/role: ")
        .contains("The request was not sent and cost nothing.");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void checks_against_the_revision_that_is_asked_for() {
    server.reply(Reply.queued());

    assertThat(run(words("generate --no-wait --model seedance-2-mini --prompt x --duration 7")))
        .isEqualTo(2);
    assertThat(
            run(
                words(
                    "generate --no-wait --model seedance-2-mini --prompt x --duration 7"
                        + " --revision 2026-08")))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generate --prompt x --duration five | --duration: 'five' is not valid; expected a whole number",
        "generate --prompt x --poll-interval soon | 'soon' is no duration; write 10s, 0.3s",
        "generate --prompt x --image nowhere.png | nowhere.png is neither an address nor a",
        "generate --prompt x --out / | / is a folder; give the name of a file",
        "generate --prompt x --timeout 0s | timeout must be more than zero",
        "status | Missing required parameter: 'ID'",
        "download x --nonsense | Unknown option: '--nonsense'",
        "nonsense | Unmatched argument",
      })
  void explains_a_wrong_usage_and_sends_nothing(String words, String message) {
    assertThat(run(words(words))).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("Exception", "Usage:");
  }

  @Test
  void gives_scripts_one_object() throws IOException {
    Path file = folder.resolve("boat.mp4");
    server.reply(completed(), Reply.bytes(200, new byte[99]));

    assertThat(run("download", "tsk_vid_1", "--json", "--out", file.toString())).isZero();

    JsonNode result = Json.MAPPER.readTree(out.toString());
    assertThat(result.path("status").asText()).isEqualTo("completed");
    assertThat(result.at("/files/0/path").asText()).isEqualTo(file.toString());
    assertThat(result.at("/files/0/bytes").asInt()).isEqualTo(99);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void gives_scripts_failures_as_an_object_too() throws IOException {
    server.reply(Reply.error(402, "insufficient_quota", "top up").with("X-Request-Id", "req_1"));

    assertThat(run("generate", "--prompt", "x", "--json")).isEqualTo(3);

    assertThat(Json.MAPPER.readTree(out.toString()))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"error":{"exit_code":3,"kind":"InsufficientQuotaException","message":
                 "createGeneration: HTTP 402 insufficient_quota: top up (request id req_1)",
                 "status":402,"code":"insufficient_quota","request_id":"req_1"}}"""));
  }

  @Test
  void numbers_the_files_of_several_videos() {
    String videos =
        ",\"result\":{\"type\":\"video\",\"data\":[{\"url\":\"%1$s/1\"},{\"url\":\"%1$s/2\"}]}";
    server.reply(
        Reply.task("completed", 100, videos.formatted(server.url())),
        Reply.bytes(200, new byte[1]),
        Reply.bytes(200, new byte[2]));

    assertThat(run("download", "tsk_vid_1", "--out", folder.resolve("v.mp4").toString())).isZero();
    assertThat(folder.resolve("v-1.mp4")).hasSize(1);
    assertThat(folder.resolve("v-2.mp4")).hasSize(2);
  }

  @Test
  void tells_the_state_of_a_task() {
    server.reply(Reply.inProgress(45));

    assertThat(run("status", "tsk_vid_1")).isZero();
    assertThat(out).hasToString("tsk_vid_1 in_progress 45 %" + System.lineSeparator());
  }

  @Test
  void takes_server_and_key_from_the_environment() {
    server.reply(Reply.inProgress(45));

    int exit =
        run(
            Map.of("SEEDANCE_BASE_URL", server.url(), "SEEDANCE_API_KEY", "sk-env"),
            List.of("status", "tsk_vid_1"));

    assertThat(exit).isZero();
    assertThat(server.calls().get(0).header("Authorization")).isEqualTo("Bearer sk-env");
  }

  @Test
  void options_win_over_the_environment() {
    server.reply(Reply.inProgress(45));

    int exit =
        run(
            Map.of("SEEDANCE_BASE_URL", "http://127.0.0.1:9", "SEEDANCE_API_KEY", "sk-env"),
            List.of("status", "tsk_vid_1", "--base-url", server.url(), "--api-key", "sk-given"));

    assertThat(exit).isZero();
    assertThat(server.calls().get(0).header("Authorization")).isEqualTo("Bearer sk-given");
  }

  @Test
  void says_that_there_is_no_key() {
    assertThat(run(Map.of("SEEDANCE_API_KEY", ""), List.of("status", "tsk_vid_1"))).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "error: no API key: set SEEDANCE_API_KEY or give --api-key (the mock server takes any)"
                + System.lineSeparator());
  }

  @Test
  void ends_with_a_code_for_each_kind_of_failure() {
    server.reply(Reply.failed(), Reply.error(404, "task_not_found", "no"), Reply.inProgress(1));
    server.thenAlways(Reply.inProgress(1));

    assertThat(run("download", "tsk_vid_1")).isEqualTo(FailureReport.TASK_FAILED);
    assertThat(run("status", "nope")).isEqualTo(FailureReport.API);
    assertThat(run("download", "tsk_vid_1", "--timeout", "1ms")).isEqualTo(FailureReport.TIMEOUT);
    server.close();
    assertThat(run("status", "tsk_vid_1")).isEqualTo(FailureReport.IO);
  }

  private Reply completed() {
    return Reply.completed(server.url() + "/1.mp4");
  }

  private JsonNode sent(int call) throws JsonProcessingException {
    return Json.MAPPER.readTree(server.calls().get(call).body());
  }

  private static String[] words(String line) {
    return line.split(" ", -1);
  }

  private int run(String... args) {
    var all = new ArrayList<>(List.of(args));
    if (!all.contains("--poll-interval") && !all.contains("status")) {
      all.addAll(List.of("--poll-interval", "1ms"));
    }
    all.addAll(List.of("--base-url", server.url(), "--api-key", "k"));
    return run(Map.of(), all);
  }

  private int run(Map<String, String> environment, List<String> args) {
    CommandLine line = SeedanceCommand.commandLine(environment);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args.toArray(String[]::new));
  }
}
