package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.internal.Json;
import dev.seedance.spec.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files are the user's: nothing in them has a meaning for a URL, a header or a shell. */
class FileNamesTest {

  private static final Reply STORED = Reply.stored();

  private final ScriptedServer server = new ScriptedServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<String> names() {
    return Stream.of(
            "my photo.png",
            "100%.png",
            "%41%zz.png",
            "a#b?c=d&e.png",
            "pet name=Rex.png",
            "a=b.png",
            "a,b;c.png",
            "it's \"quoted\".png",
            "back\\slash.png",
            "two\nlines.png",
            "cr\rlf.png",
            "tab\t.png",
            "take:1.png",
            "$(id) `id` $HOME.png",
            "{}[]|^.png",
            "über 灯塔 🗼.png",
            "İı.png")
        .filter(FileNamesTest::canBeNamed);
  }

  private static boolean canBeNamed(String name) {
    try {
      return !Path.of(name).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false; // the locale of this JVM, or the system, has no such name
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_file_of_any_name_is_uploaded(String name) throws IOException {
    Path image = Files.writeString(folder.resolve(name), "png");
    server.reply(STORED, Reply.queued());

    int exit = run("generate", "--no-wait", "--prompt", "boat", "--image", "first_frame=" + image);

    assertThat(exit).as(err.toString()).isZero();
    List<String> lines = server.calls().get(0).body().lines().toList();
    assertThat(lines.get(1))
        .isEqualTo(
            "Content-Disposition: form-data; name=\"file\"; filename=\""
                + name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A")
                + "\"");
    assertThat(lines.get(2)).isEqualTo("Content-Type: image/png");
    JsonNode media = Json.MAPPER.readTree(server.calls().get(1).body()).at("/image_with_roles/0");
    assertThat(media.path("url").asText()).isEqualTo("https://f.example/u");
    assertThat(media.path("role").asText()).isEqualTo("first_frame");
  }

  @Test
  void the_role_ends_at_the_first_sign_of_equality_unless_all_of_it_is_a_name() throws IOException {
    var options = new MediaOptions();
    Path plain = Files.writeString(Path.of("target").resolve("last_frame=x.png"), "png");
    try {
      new picocli.CommandLine(options)
          .parseArgs(
              "--image",
              "last_frame=a=b.png",
              "--image",
              "https://m.example/?a=b",
              "--image",
              "first_frame=https://m.example/?a=b",
              "--image",
              plain.toString());
      var request = Json.MAPPER.createObjectNode();
      options.addTo(request);
      assertThat(request.path("image_with_roles"))
          .extracting(item -> item.path("role").asText() + " " + item.path("url").asText())
          .containsExactly(
              "last_frame a=b.png",
              "reference_image https://m.example/?a=b",
              "first_frame https://m.example/?a=b",
              "reference_image " + plain);
    } finally {
      Files.delete(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's.mp4",
        "two words.mp4",
        "$(id).mp4",
        "\"q\".mp4",
        "a\nb.mp4",
        "!x*?.mp4",
        "#.mp4",
        "%s%n\\t\\101.mp4",
        "`id`\u001b]0;owned\u0007.mp4",
        "\u007f\r\n",
        "\u0001'\"$\\%`.mp4\n"
      })
  void the_command_that_goes_on_can_be_pasted_into_a_shell(String name) throws Exception {
    server.reply(Reply.queued());
    Path file = folder.resolve(name);

    run("generate", "--no-wait", "--prompt", "boat", "--out", file.toString());

    String printed = out.toString();
    String command = printed.substring(printed.indexOf("video with: ") + 12).stripTrailing();
    Process shell =
        new ProcessBuilder("sh", "-c", "seedance() { printf '%s' \"$4\"; }; " + command).start();
    String word = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(word).isEqualTo(file.toString());
    assertThat(Printable.text(printed)).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-rf",
        "--out=x",
        "$(touch owned)",
        "a; id",
        "../../outside",
        "it's",
        "\u001b[2J\u001b[1;31mgone",
        "\u202e4pm.",
        "\u009b31m",
        "a\rb\n"
      })
  void so_can_one_with_an_id_of_any_server(String id) throws Exception {
    server.reply(
        Reply.json(200, Json.MAPPER.createObjectNode().put("id", id).put("x", 1).toString()));

    run("generate", "--no-wait", "--prompt", "kite");

    String printed = out.toString();
    String command = printed.substring(printed.indexOf("video with: ") + 12).stripTrailing();
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "seedance() { shift; for one; do printf '%s\\0' \"$one\"; done; }; " + command)
            .start();
    String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(words.split("\0")).contains(id);
    assertThat(Printable.text(printed)).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x",
        "..",
        ".",
        "/etc/x",
        "a/b",
        "a\\b",
        "-rf",
        "a b",
        "~x",
        "a\u0000",
        "x\u001b[2J",
        "é",
        ""
      })
  void an_id_that_is_not_plain_names_no_file(String id) {
    assertThat(ResultFiles.name(id)).matches("video-[0-9a-f-]{36}\\.mp4");
    assertThat(ResultFiles.name(id)).isNotEqualTo(ResultFiles.name(id + "1"));
    assertThat(ResultFiles.name("a".repeat(200))).hasSizeLessThan(50);
    assertThat(ResultFiles.name("tsk_vid_01KX7")).isEqualTo("tsk_vid_01KX7.mp4");
  }

  private int run(String... arguments) {
    return SeedanceCommand.commandLine(
            Map.of("SEEDANCE_BASE_URL", server.url(), "SEEDANCE_API_KEY", "k"))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
