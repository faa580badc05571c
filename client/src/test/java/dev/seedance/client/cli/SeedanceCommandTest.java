package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SeedanceCommandTest {

  private final ScriptedServer server = new ScriptedServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void makes_a_video_and_tells_where_it_is(@TempDir Path folder) {
    Path file = folder.resolve("boat.mp4");
    server.reply(
        Reply.queued(),
        Reply.inProgress(45),
        Reply.completed(server.url() + "/1.mp4"),
        Reply.bytes(200, new byte[1234]));

    int exit = run("generate", "--prompt", "A boat", "--out", file.toString());

    assertThat(err.toString().lines())
        .containsExactly(
            "submitted tsk_vid_1", "queued 0 %", "in_progress 45 %", "completed 100 %");
    assertThat(out).hasToString("saved " + file + " (1234 bytes)" + System.lineSeparator());
    assertThat(exit).isZero();
    assertThat(file).hasSize(1234);
  }

  @Test
  void explains_a_task_that_failed() {
    server.reply(Reply.failed());

    assertThat(run("download", "tsk_vid_1")).isEqualTo(1);
    assertThat(err.toString()).contains("generation_failed: The output was turned down.");
  }

  @Test
  void explains_an_error_of_the_api() {
    server.reply(Reply.error(404, "task_not_found", "no such task"));

    assertThat(run("status", "nope")).isEqualTo(3);
    assertThat(err.toString()).contains("HTTP 404 task_not_found: no such task");
  }

  private int run(String... args) {
    var all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--base-url", server.url(), "--api-key", "k", "--poll-interval", "1ms"));
    CommandLine line = SeedanceCommand.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(all.toArray(String[]::new));
  }
}
