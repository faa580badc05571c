package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.FakeTime;
import dev.seedance.client.Replies;
import dev.seedance.client.ScriptedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Servers whose fault gives the documented exit code: 2 stays the user's. The last reply of a
 * script comes again and again.
 */
class ApiServersTest {

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | 3 | HTTP 401",
        "402 | 3 | HTTP 402 insufficient_quota",
        "403 | 3 | a web page",
        "404 | 3 | HTTP 404",
        "413 | 3 | HTTP 413",
        "418 | 3 | HTTP 418",
        "422 | 3 | HTTP 422 content_policy_violation",
        "302 | 3 | the server redirects; check the base URL",
        "429 after 3600 | 3 | retry after 3600 s",
        "429 after 0 | 3 | HTTP 429",
        "500 | 3 | HTTP 500",
        "HTML 502 | 3 | Bad Gateway",
        "HTML 200 | 3 | Please log in",
        "empty 200 | 3 | createGeneration",
        "array | 3 | createGeneration",
        "half a JSON | 4 | seedance download tsk_vid_1 ",
        "list of tasks | 4 | seedance download tsk_vid_1 ",
        "task_id without success | 4 | seedance download tsk_vid_1 ",
        "reset after the id | 5 | seedance download tsk_vid_1 ",
        "task_id | 4 | submitted tsk_vid_1",
        "task_id in data | 4 | submitted tsk_vid_1",
        "queued, pending, submitted | 4 | is submitted after 600 s",
        "queued, no status | 4 | is without status after 600 s",
        "a video, failed | 1 | generation_failed",
        "privacy | 3 | PrivacyInformation: may show a real person",
        "nested without end | 3 | createGeneration",
        "no success | 3 | not today",
        "no id | 3 | createGeneration",
        "blank id | 3 | createGeneration",
        "reset | 5 | broke",
        "a length in words | 5 | broke",
        "bytes without end | 3 | longer than 16777216 bytes",
        "queued, 401 | 3 | HTTP 401",
        "queued, 401 | 3 | seedance download tsk_vid_1 ",
        "queued, 404 | 3 | HTTP 404",
        "queued, task_not_exist | 3 | task_not_exist",
        "queued, failed | 1 | generation_failed",
        "queued, failed without error | 1 | failed",
        "queued, archiving | 4 | is archiving after 600 s",
        "queued, progress 1e400 | 4 | is in_progress after 600 s",
        "queued, 500 | 4 | is queued after 600 s",
        "queued, reset | 4 | is queued after 600 s",
        "queued, array | 4 | is queued after 600 s",
        "queued, nested without end | 4 | is queued after 600 s",
        "queued, 429 after 3600 | 4 | the server asks to wait 3600 s more",
        "queued, done without URL | 4 | gives no address of its video",
        "queued, done with null | 4 | gives no address of its video",
        "queued, done with a number | 4 | gives no address of its video",
        "queued, done with a file | 4 | gives no address of its video",
      })
  void of_an_order(String script, int exitCode, String message) {
    play(script);

    assertThat(run("generate", "--prompt", "A kite", "--out", folder.resolve("v.mp4").toString()))
        .as(err.toString())
        .isEqualTo(exitCode);

    assertThat(err.toString()).contains(message).doesNotContain("\tat ", "bug", "java.");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | 3 | HTTP 404",
        "task_not_exist | 3 | task_not_exist",
        "no status | 0 | ",
        "a video | 0 | ",
        "task_id in data | 0 | ",
        "blank id | 3 | getGeneration",
        "a length in words | 5 | broke",
        "nested without end | 3 | getGeneration",
        "429 after 3600 | 3 | retry after 3600 s",
        "done with null | 0 | ",
        "done until the year 9 million | 0 | ",
        "progress 3000000000 | 0 | ",
      })
  void of_a_status(String script, int exitCode, String message) {
    play(script);

    assertThat(run("status", "tsk_vid_1")).as(err.toString()).isEqualTo(exitCode);

    assertThat(err.toString())
        .contains(message == null ? "" : message)
        .doesNotContain("\tat ", "bug", "java.");
  }

  private void play(String script) {
    for (String word : script.split(", ", -1)) {
      server.reply(Replies.named(word)).thenAlways(Replies.named(word));
    }
  }

  private int run(String... arguments) {
    return SeedanceCommand.commandLine(
            Map.of("SEEDANCE_BASE_URL", server.url(), "SEEDANCE_API_KEY", "k"),
            builder -> builder.clock(time).sleeper(time))
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
