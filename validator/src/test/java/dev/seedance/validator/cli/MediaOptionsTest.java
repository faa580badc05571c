package dev.seedance.validator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaOptionsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("--lang", "en"));
    all.addAll(List.of(args));
    return ValidateCommand.commandLine(new ByteArrayInputStream(new byte[0]))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void a_data_url_of_a_small_image_is_a_warning_and_strictly_an_error() throws IOException {
    String request = request("data:image/png;base64," + base64(png(100, 100)));

    assertThat(run(request)).isZero();
    assertThat(out.toString()).doesNotContain("media.");
    assertThat(run("--media", request)).isZero();
    assertThat(out.toString())
        .contains("warning media.dimensions at /image_with_roles/0/url", "100x100 pixels");
    assertThat(run("--media", "--warnings-as-errors", request)).isEqualTo(1);
    assertThat(run("--media", "--strict", request)).isEqualTo(1);
    assertThat(out.toString()).contains("error media.dimensions at /image_with_roles/0/url");
  }

  @Test
  void a_media_file_is_an_argument_like_a_request() throws IOException {
    Path good = Files.write(folder.resolve("good"), png(640, 480));
    Path flat = Files.write(folder.resolve("flat"), png(2_000, 400));

    assertThat(run("--media", "--strict", good.toString(), flat.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .contains(good + ": valid", "  error media.ratio")
        .contains(
            "    '%s' measures 2000x400 pixels, a ratio of 5: the model behind the API takes 0.4 to 2.5 (width by height)"
                .formatted(flat));
  }

  @Test
  void programs_get_the_shape_of_every_violation() throws IOException {
    Path flat = Files.write(folder.resolve("flat.png"), png(2_000, 400));

    assertThat(run("--media", "--format", "json", flat.toString())).isZero();
    var line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("file").asText()).isEqualTo(flat.toString());
    assertThat(line.path("valid").asBoolean()).isTrue();
    assertThat(line.at("/violations/0/rule").asText()).isEqualTo("media.ratio");
    assertThat(line.at("/violations/0/severity").asText()).isEqualTo("warning");
    assertThat(line.at("/violations/0/value").asDouble()).isEqualTo(5.0);
  }

  @Test
  void findings_stand_among_those_of_the_request_in_its_order() throws IOException {
    Files.write(folder.resolve("small.png"), png(10, 10));
    Path request =
        Files.writeString(
            folder.resolve("r.json"),
            """
            {"image_with_roles":[{"url":"small.png","role":"reference_image"}],
             "model":"none","prompt":"x"}""");

    assertThat(run("--media", "--format", "json", request.toString())).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(out.toString()).path("violations"))
        .extracting(violation -> violation.path("rule").asText())
        .containsExactly("media-url.invalid", "media.dimensions", "model.unsupported");
  }

  @Test
  void remote_files_are_got_if_asked_and_else_told_of() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] png = png(100, 100);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, png.length);
            exchange.getResponseBody().write(png);
          }
        });
    server.start();
    String request = request("http://localhost:" + server.getAddress().getPort() + "/a.png");
    try {
      assertThat(run("--media", request)).isZero();
      assertThat(out.toString()).doesNotContain("media.");
      assertThat(err.toString()).contains("1 remote file(s) not looked into; --fetch gets them");
      assertThat(run("--media", "--fetch", request)).isZero();
      assertThat(out.toString()).contains("warning media.dimensions", "/a.png' measures 100x100");
    } finally {
      server.stop(0);
    }
    assertThat(run("--media", "--fetch", request)).isZero();
    assertThat(out.toString()).contains("warning media.unreadable", "nothing listens there");
  }

  @Test
  void the_other_options_want_the_check() {
    assertThat(run("--fetch", "-")).isEqualTo(2);
    assertThat(run("--strict", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("--fetch and --strict want --media");
  }

  @Test
  void a_body_that_is_no_request_has_no_files() throws IOException {
    Path file = Files.writeString(folder.resolve("r.json"), "[]");

    assertThat(run("--media", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("json.not-an-object").doesNotContain("media.");
  }

  private String request(String url) throws IOException {
    return Files.writeString(
            folder.resolve("request.json"),
            """
            {"model":"seedance-2","prompt":"a boat",
             "image_with_roles":[{"url":"%s","role":"reference_image"}]}"""
                .formatted(url))
        .toString();
  }

  private static String base64(byte[] content) {
    return new String(Base64.getEncoder().encode(content), UTF_8);
  }

  private static byte[] png(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
    return out.toByteArray();
  }
}
