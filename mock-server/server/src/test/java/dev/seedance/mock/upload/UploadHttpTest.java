package dev.seedance.mock.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadHttpTest {

  private static final String NO_FILE = "the form has no complete part 'file'";
  private static final String NO_FORM = "expected 'multipart/form-data' with a boundary";
  private static final int MB = 1 << 20;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2};

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--max-upload-bytes=" + 60 * MB, "--max-server-upload-bytes=" + 70 * MB);

  @Test
  void an_uploaded_file_is_served_back_at_its_url() {
    Response response = png("../../etc/passwd.txt", "text/html").send(server, "/v1/uploads/images");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("success").booleanValue()).isTrue();
    assertThat(response.text("/message")).isEmpty();
    assertThat(response.text("/data/id")).matches("upload_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(response.text("/data/mime_type")).isEqualTo("image/png");
    assertThat(response.json().at("/data/size").intValue()).isEqualTo(PNG.length);

    String url = response.text("/data/url");
    assertThat(url)
        .startsWith(server.baseUrl().toString())
        .endsWith(".png")
        .doesNotContain("passwd");
    Response file = server.getWithoutKey(url);
    assertThat(file.body()).isEqualTo(PNG);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void head_gives_the_headers_alone() {
    String url = png("a.png", "image/png").send(server, "/v1/uploads/images").text("/data/url");
    Response head = server.send(server.request(url).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(PNG.length));
    assertThat(head.header("Content-Type")).isEqualTo("image/png");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void the_url_is_usable_in_a_generation_request() {
    String url = png("a.png", "image/png").send(server, "/v1/uploads/images").text("/data/url");
    Response response =
        server.submit(
            """
            {"model":"seedance-2","prompt":"x","image_with_roles":[{"url":"%s","role":"first_frame"}]}"""
                .formatted(url));
    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void other_fields_of_the_form_do_not_matter() {
    Response response =
        new Multipart()
            .field("purpose", "first frame")
            .file("file", "a", "application/octet-stream", PNG)
            .field("extra", "x")
            .send(server, "/v1/uploads/images");
    assertThat(response.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pet name=Rex.png",
        "a; name=other.png",
        "no name=\\\"file\\\".png",
        "boundary=x; filename=y",
        "灯塔 ü.png",
        "%22;%0d%0a.png",
        ""
      })
  void the_name_of_the_file_is_only_a_name(String fileName) {
    assertThat(png(fileName, "image/png").send(server, "/v1/uploads/images").status())
        .isEqualTo(200);
  }

  @Test
  void a_file_that_is_a_sound_or_a_film_is_served_as_what_it_was_uploaded_for() {
    byte[] phone = bytes("00 00 00 10 66 74 79 70 33 67 70 34 00 00 00 00"); // ftyp 3gp4
    for (String kind : new String[] {"audio", "video"}) {
      String url = send(kind + "s", phone).text("/data/url");
      assertThat(server.getWithoutKey(url).header("Content-Type")).isEqualTo(kind + "/mp4");
    }
  }

  @Test
  void a_photo_of_a_phone_is_called_by_its_name() {
    byte[] photo = // ftyp heic mif1
        bytes("00 00 00 14 66 74 79 70 68 65 69 63 00 00 00 00 6D 69 66 31");
    assertFailure(send("images", photo), "image/heif is not supported here; send JPEG");
    assertFailure(send("videos", photo), "image/heif is not supported here; send MP4");
  }

  @ParameterizedTest
  @CsvSource({
    "videos, 50, 00 00 00 18 66 74 79 70 69 73 6F 6D, video/mp4",
    "audios, 50, 49 44 33 04, audio/mpeg",
    "images, 10, FF D8 FF E0, image/jpeg"
  })
  void a_file_as_large_as_allowed_is_taken_and_one_byte_more_is_not(
      String kind, int megabytes, String head, String type) {
    byte[] content = Arrays.copyOf(bytes(head), megabytes * MB);
    Response taken = send(kind, content);
    assertThat(taken.text("/data/mime_type")).isEqualTo(type);
    assertThat(server.getWithoutKey(taken.text("/data/url")).body()).isEqualTo(content);

    Response refused = send(kind, Arrays.copyOf(content, content.length + 1));
    assertFailure(refused, "larger than " + megabytes + " MB");
  }

  @Test
  void a_body_larger_than_any_file_is_refused_in_the_envelope() {
    Response refused = send("videos", new byte[52 * MB]);
    assertFailure(refused, "no larger file can be uploaded");
  }

  @Test
  void a_file_of_another_type_is_refused_by_its_content() {
    assertFailure(
        new Multipart()
            .file("file", "a.png", "image/png", "<svg/>".getBytes(StandardCharsets.UTF_8))
            .send(server, "/v1/uploads/images"),
        "image/svg+xml is not supported here; send JPEG, PNG, WebP or GIF");
    assertFailure(
        png("a.mp4", "video/mp4").send(server, "/v1/uploads/videos"),
        "image/png is not supported here; send MP4, WebM or MOV");
  }

  @Test
  void a_form_without_a_file_is_refused() {
    assertFailure(
        new Multipart().field("purpose", "x").send(server, "/v1/uploads/images"), NO_FILE);
    assertFailure(
        new Multipart().field("file", "not a file").send(server, "/v1/uploads/images"),
        "the content of this file is not supported here");
    assertFailure(
        new Multipart()
            .file("file", "a.png", "image/png", new byte[0])
            .send(server, "/v1/uploads/images"),
        "the part 'file' is empty; send the bytes of a file in it");
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data, " + NO_FORM,
    "multipart/form-data; boundary=, " + NO_FORM,
    "multipart/form-data; boundary=\", " + NO_FORM,
    "multipart/form-data; boundary=\"\", " + NO_FORM,
    "multipart/form-data; boundary=x, " + NO_FILE,
    "application/json, " + NO_FORM,
    "nonsense, " + NO_FORM
  })
  void a_body_that_is_no_form_is_refused(String type, String message) {
    for (String body :
        new String[] {
          "", "{}", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
        }) {
      Response response =
          server.send(
              server
                  .keyed("/v1/uploads/images")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString(body)));
      assertFailure(response, message);
    }
  }

  @Test
  void no_key_is_refused_in_the_envelope() {
    Response response =
        server.send(server.request("/v1/uploads/images").POST(BodyPublishers.ofString("")));
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json().path("success").isBoolean()).isTrue();
    assertThat(response.text("/message")).contains("API key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/uploads/x/y", "/uploads/..%2f..%2fetc/passwd", "/uploads/%2e%2e/%2e%2e/x"})
  void nothing_else_is_served(String path) {
    assertThat(server.getWithoutKey(path).status()).isEqualTo(404);
  }

  @Test
  void the_oldest_file_of_a_sandbox_makes_room() {
    String first = png("a", "image/png").send(server, "/v1/uploads/images").text("/data/url");
    byte[] movie = Arrays.copyOf(bytes("00 00 00 18 66 74 79 70"), 40 * MB);
    String second = send("videos", movie).text("/data/url");
    assertThat(server.getWithoutKey(first).status()).isEqualTo(200);
    String third = send("videos", movie).text("/data/url");
    assertThat(server.getWithoutKey(first).status()).isEqualTo(404);
    assertThat(server.getWithoutKey(second).status()).isEqualTo(404);
    assertThat(server.getWithoutKey(third).status()).isEqualTo(200);

    unnamed(movie).send(server.as("another"), "/v1/uploads/videos");
    assertThat(server.getWithoutKey(third).status()).isEqualTo(404);
  }

  private static Multipart png(String name, String type) {
    return new Multipart().file("file", name, type, PNG);
  }

  private static Response send(String kind, byte[] content) {
    return unnamed(content).send(server, "/v1/uploads/" + kind);
  }

  private static Multipart unnamed(byte[] content) {
    return new Multipart().file("file", "name", "application/octet-stream", content);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }

  private static void assertFailure(Response response, String message) {
    assertThat(response.status()).as(response::text).isEqualTo(400);
    assertThat(response.json().path("success").isBoolean()).isTrue();
    assertThat(response.json().path("success").booleanValue()).isFalse();
    assertThat(response.text("/message")).contains(message);
    assertThat(response.header("X-Request-Id")).startsWith("req_");
  }
}
