package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.DownloadOptions;
import dev.seedance.client.FakeTime;
import dev.seedance.client.FileServerScript;
import dev.seedance.client.MarkdownTable;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.TestClient;
import dev.seedance.client.error.SeedanceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the table of file-servers.md, through the library and through the command line. */
class FileServersTest {

  private static final long MAX_BYTES = 10_000;

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  private record Row(String behaviour, String script, String asked, String result, int exitCode) {

    @Override
    public String toString() {
      return behaviour;
    }
  }

  static Stream<Row> rows() throws IOException {
    return MarkdownTable.rows(Path.of("src/test/resources/file-servers.md"), "| the file server")
        .map(cell -> new Row(cell[1], cell[2], cell[3], cell[4], Integer.parseInt(cell[5])));
  }

  /** The rows whose server keeps a client waiting longer than a test may last. */
  static Stream<Row> soonOver() throws IOException {
    return rows().filter(row -> !row.script().contains("stall,"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_library_follows_the_table(Row row) throws IOException {
    FileServerScript.of(row.script()).forEach(server::reply);
    server.thenAlways(Reply.error(404, "gone", "the script is over"));
    Path file = folder.resolve("video.mp4");

    String result = "saved";
    int exitCode = 0;
    try (SeedanceClient client = TestClient.of(server, time).build()) {
      client.download(TestClient.completedTask(server.url() + "/1.mp4"), file, options());
    } catch (SeedanceException e) {
      result = e.getClass().getSimpleName() + ": " + e.getMessage();
      exitCode = FailureReport.exitCode(e);
    }

    assertThat(asked(0)).isEqualTo(row.asked());
    assertThat(exitCode).isEqualTo(row.exitCode());
    assertResult(row, result, file);
  }

  @ParameterizedTest
  @MethodSource("soonOver")
  void the_command_line_follows_the_table(Row row) throws IOException {
    server.reply(Reply.completed(server.url() + "/1.mp4"));
    FileServerScript.of(row.script()).forEach(server::reply);
    server.thenAlways(Reply.error(404, "gone", "the script is over"));
    Path file = folder.resolve("video.mp4");
    var out = new StringWriter();
    var err = new StringWriter();

    int exitCode =
        SeedanceCommand.commandLine(
                Map.of("SEEDANCE_BASE_URL", server.url(), "SEEDANCE_API_KEY", "k"),
                builder -> builder.clock(time).sleeper(time))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("download", "tsk_vid_1", "--out", file.toString(), "--max-bytes", "10000");

    assertThat(asked(1)).isEqualTo(row.asked());
    assertThat(exitCode).as(err.toString()).isEqualTo(row.exitCode());
    String kind = row.result().replaceFirst(":.*", "");
    assertResult(row, exitCode == 0 ? "saved" : kind + ": " + err, file);
    assertThat(out.toString().startsWith("saved ")).isEqualTo(exitCode == 0);
  }

  /** Nothing is there beside a whole file under its name, or nothing at all. */
  private void assertResult(Row row, String result, Path file) throws IOException {
    if (row.exitCode() == 0) {
      assertThat(file).hasBinaryContent(FileServerScript.saved(row.result()));
      assertThat(filesInFolder()).containsExactly(file);
    } else {
      String[] expected = row.result().split(": ", 2);
      assertThat(result).startsWith(expected[0]).contains(expected).doesNotContain("-1 bytes");
      assertThat(filesInFolder()).isEmpty();
    }
  }

  private List<Path> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static DownloadOptions options() {
    return DownloadOptions.defaults()
        .withMaxBytes(MAX_BYTES)
        .withIdleTimeout(Duration.ofMillis(300));
  }

  private String asked(int callsBefore) {
    return server.calls().stream()
        .skip(callsBefore)
        .map(call -> call.header("Range"))
        .map(range -> range == null ? "-" : range.replace("bytes=", ""))
        .collect(Collectors.joining(" "));
  }
}
