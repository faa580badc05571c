package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, tried on a real process. */
class InterruptionIT {

  @TempDir private Path folder;

  @Test
  void shows_how_to_go_on_and_leaves_no_half_file() throws IOException {
    try (var server = new ScriptedServer()) {
      server.reply(
          Reply.queued(),
          Reply.completed(server.url() + "/1.mp4"),
          Reply.bytes(200, new byte[10]).butPromise(99).thenStall());
      Process process = start(server.url());

      try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
        String line = err.readLine();
        while (line != null && !line.startsWith("completed")) {
          line = err.readLine();
        }
        assertThat(line).isEqualTo("completed 100 %");
        process.toHandle().destroy();

        assertThat(err.lines().collect(Collectors.joining("\n")))
            .isEqualTo(
                """

                interrupted; the task goes on at the server. Fetch its video with:
                  seedance download tsk_vid_1 --out boat.mp4 --base-url %s"""
                    .formatted(server.url()));
      }
      assertThat(folder).isEmptyDirectory();
    }
  }

  private Process start(String url) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SeedanceCommand.class.getName(),
                "generate",
                "--prompt",
                "A boat",
                "--poll-interval",
                "1ms",
                "--out",
                "boat.mp4",
                "--base-url",
                url));
    builder.directory(folder.toFile());
    builder.environment().put("SEEDANCE_API_KEY", "sk-secret-0123456789");
    return builder.start();
  }
}
