package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.DownloadOptions;
import dev.seedance.client.FakeTime;
import dev.seedance.client.OddJson;
import dev.seedance.client.Reply;
import dev.seedance.client.RetryPolicy;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.TaskStatus;
import dev.seedance.client.TestClient;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.model.AvatarAssetRequest;
import dev.seedance.client.model.GenerationRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;

/**
 * No JSON that a server can send makes anything but the documented results and errors, in the
 * library and on the command line.
 */
class OddJsonProperties {

  private static final ScriptedServer SERVER = new ScriptedServer();

  private final FakeTime time = new FakeTime();
  private final Path folder;

  OddJsonProperties() throws IOException {
    folder = Files.createDirectories(Path.of("target/odd-json"));
  }

  @AfterTry
  void cleanUp() throws IOException {
    SERVER.calls().clear();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @AfterContainer
  static void stop() {
    SERVER.close();
  }

  /** A call of the library that reads all that it returns. */
  private interface Call {
    Object of(SeedanceClient client) throws IOException;
  }

  @Property(tries = 400)
  void of_a_task(@ForAll("tasks") String json, @ForAll("statuses") int status) {
    SERVER.thenAlways(Reply.json(status, json));
    isDocumented(client -> TaskStatus.of(client.get("tsk_vid_1")));
    isDocumented(
        client -> {
          String url = client.await("tsk_vid_1").getResult().getData().get(0).getUrl();
          return client.downloadUrl(url, folder.resolve("v.mp4"), DownloadOptions.defaults());
        });
    isDocumented(
        client -> client.generate(new GenerationRequest().prompt("A kite").clientBusinessId("k")));
  }

  @Property(tries = 200)
  void of_an_asset(@ForAll("assets") String json, @ForAll("statuses") int status) {
    SERVER.thenAlways(Reply.json(status, json));
    isDocumented(client -> client.assets().createGroup("kites").getGroupId().length());
    isDocumented(client -> client.assets().createAsset(new AvatarAssetRequest()).getAssetId());
    isDocumented(client -> client.assets().get("pa_1").getAssetId().length());
    isDocumented(client -> client.assets().awaitActive("pa_1").getAssetId().length());
  }

  @Property(tries = 200)
  void of_an_upload_or_a_balance(@ForAll("others") String json, @ForAll("statuses") int status) {
    SERVER.thenAlways(Reply.json(status, json));
    isDocumented(
        client ->
            client
                .uploads()
                .file(Files.writeString(folder.resolve("kite.png"), "png"))
                .getUrl()
                .length());
    isDocumented(client -> client.balance().toString());
    isDocumented(client -> client.userBalance().toString());
  }

  @Property(tries = 250)
  void on_the_command_line(@ForAll("tasks") String json, @ForAll("commands") List<String> command) {
    SERVER.thenAlways(Reply.json(200, json));
    var out = new StringWriter();
    var err = new StringWriter();

    int exitCode =
        SeedanceCommand.commandLine(
                Map.of("SEEDANCE_BASE_URL", SERVER.url(), "SEEDANCE_API_KEY", "k"),
                builder -> builder.clock(time).sleeper(time))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                command.stream()
                    .map(word -> word.replace("FOLDER", folder.toString()))
                    .toArray(String[]::new));

    assertThat(exitCode).as(err.toString()).isIn(0, 1, 3, 4, 5);
    assertThat(out + err.toString()).doesNotContain("\tat ", "Exception", "\u001b", "\u0000");
  }

  private void isDocumented(Call call) {
    try (SeedanceClient client =
        TestClient.of(SERVER, time)
            .retryPolicy(RetryPolicy.never())
            .awaitOptions(AwaitOptions.defaults().withTimeout(Duration.ofSeconds(20)))
            .build()) {
      assertThat(call.of(client)).isNotNull();
    } catch (SeedanceException e) {
      assertThat(e.getMessage()).isNotBlank();
      assertThat(FailureReport.exitCode(e)).isNotIn(FailureReport.USAGE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<String> tasks() {
    return OddJson.like("responses")
        .map(json -> json.replace("https://files.example.com", SERVER.url()));
  }

  @Provide
  Arbitrary<String> assets() {
    return OddJson.like("assets", "failures");
  }

  @Provide
  Arbitrary<String> others() {
    return OddJson.like("uploads", "account", "errors");
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(200)),
        Tuple.of(1, Arbitraries.of(400, 401, 402, 404, 413, 422, 429, 500, 503)));
  }

  @Provide
  Arbitrary<List<String>> commands() {
    return Arbitraries.of(
        List.of("status", "tsk_vid_1"),
        List.of("download", "tsk_vid_1", "--out", "FOLDER/v.mp4", "--timeout", "20s"),
        List.of("generate", "--prompt", "A kite", "--out", "FOLDER/v.mp4", "--timeout", "20s"),
        List.of("generate", "--prompt", "A kite", "--no-wait"));
  }
}
