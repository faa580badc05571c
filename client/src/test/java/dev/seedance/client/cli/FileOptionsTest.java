package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are looked into before they are uploaded and before anything is ordered. */
class FileOptionsTest {

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
  void a_file_that_the_model_may_refuse_is_told_of_and_ordered() throws IOException {
    Path image = png("small.png", 200, 200);
    server.reply(STORED, Reply.queued());

    assertThat(generate("--image", image.toString())).isZero();
    assertThat(err.toString())
        .contains(
            "warning: media.dimensions at /image_with_roles/0/url: '"
                + image
                + "' measures 200x200");
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void nothing_is_uploaded_or_ordered_if_the_check_is_strict() throws IOException {
    Path image = png("flat.png", 2_000, 400);

    assertThat(generate("--strict", "--image", "first_frame=" + image)).isEqualTo(2);
    assertThat(err.toString())
        .contains("error: media.ratio at /image_with_roles/0/url: ")
        .contains("The request was not sent and cost nothing.");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void programs_get_the_violations_as_json() throws IOException {
    Path image = png("flat.png", 2_000, 400);

    assertThat(generate("--strict", "--json", "--image", image.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("\"rule\":\"media.ratio\"", "\"severity\":\"error\"");
  }

  @Test
  void a_good_file_and_a_remote_one_pass_in_silence() throws IOException {
    Path image = png("good.png", 640, 480);
    server.reply(STORED, Reply.queued());

    assertThat(generate("--strict", "--image", image.toString(), "--image", "https://m.example/a"))
        .isZero();
    assertThat(err.toString()).doesNotContain("media.");
  }

  @Test
  void a_remote_file_is_got_if_asked() throws IOException {
    server.reply(Reply.bytes(200, Files.readAllBytes(png("small.png", 100, 100))));

    assertThat(generate("--strict", "--fetch", "--image", server.url() + "/a.png")).isEqualTo(2);
    assertThat(err.toString()).contains("error: media.dimensions", "/a.png' measures 100x100");
    assertThat(server.calls())
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.headers()).doesNotContainKeys("Authorization", "authorization"));
  }

  @Test
  void the_check_can_be_left_out() throws IOException {
    Path image = png("small.png", 200, 200);
    server.reply(STORED, Reply.queued());

    assertThat(generate("--no-media-check", "--strict", "--image", image.toString())).isZero();
    assertThat(err.toString()).doesNotContain("media.");
  }

  private int generate(String... options) {
    var all =
        new ArrayList<>(
            List.of("generate", "--no-wait", "--prompt", "boat", "--base-url", server.url()));
    all.addAll(List.of(options));
    return SeedanceCommand.commandLine(Map.of("SEEDANCE_API_KEY", "key"))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  private Path png(String name, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }
}
