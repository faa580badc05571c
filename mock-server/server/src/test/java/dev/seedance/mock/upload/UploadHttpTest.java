package dev.seedance.mock.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.Bounds;
import dev.seedance.mock.options.MockOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadHttpTest {

  private static final int MB = 1 << 20;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2};

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    var bounds = Bounds.builder().maxUploadBytes(60L * MB).maxServerUploadBytes(70L * MB).build();
    server = MockServer.start(MockOptions.builder().bounds(bounds).build());
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_uploaded_file_is_served_back_at_its_url() {
    Answer answer =
        png("../../etc/passwd.txt", "text/html").send(calls, "key", "/v1/uploads/images");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("success").booleanValue()).isTrue();
    assertThat(answer.text("/message")).isEmpty();
    assertThat(answer.text("/data/id")).matches("upload_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(answer.text("/data/mime_type")).isEqualTo("image/png");
    assertThat(answer.json().at("/data/size").intValue()).isEqualTo(PNG.length);

    String url = answer.text("/data/url");
    assertThat(url)
        .startsWith(server.baseUrl().toString())
        .endsWith(".png")
        .doesNotContain("passwd");
    Answer file = calls.send(calls.request(url));
    assertThat(file.body()).isEqualTo(PNG);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void head_gives_the_headers_alone() {
    String url =
        png("a.png", "image/png").send(calls, "key", "/v1/uploads/images").text("/data/url");
    Answer head = calls.send(calls.request(url).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(PNG.length));
    assertThat(head.header("Content-Type")).isEqualTo("image/png");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void the_url_is_usable_in_a_generation_request() {
    String url =
        png("a.png", "image/png").send(calls, "key", "/v1/uploads/images").text("/data/url");
    Answer answer =
        calls.submit(
            "key",
            """
            {"model":"seedance-2","prompt":"x","image_with_roles":[{"url":"%s","role":"first_frame"}]}"""
                .formatted(url));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void other_fields_of_the_form_do_not_matter() {
    Answer answer =
        new Multipart()
            .field("purpose", "first frame")
            .file("file", "a", "application/octet-stream", PNG)
            .field("extra", "x")
            .send(calls, "key", "/v1/uploads/images");
    assertThat(answer.status()).isEqualTo(200);
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
    Answer taken = send(kind, content);
    assertThat(taken.text("/data/mime_type")).isEqualTo(type);
    assertThat(calls.send(calls.request(taken.text("/data/url"))).body()).isEqualTo(content);

    Answer refused = send(kind, Arrays.copyOf(content, content.length + 1));
    assertFailure(refused, "larger than " + megabytes + " MB");
  }

  @Test
  void a_body_larger_than_any_file_is_refused_in_the_envelope() {
    Answer refused = send("videos", new byte[52 * MB]);
    assertFailure(refused, "");
  }

  @Test
  void a_file_of_another_type_is_refused_by_its_content() {
    assertFailure(
        new Multipart()
            .file(
                "file",
                "a.png",
                "image/png",
                "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .send(calls, "key", "/v1/uploads/images"),
        "the content of this file is not supported here; send JPEG, PNG, WebP or GIF");
    assertFailure(
        png("a.mp4", "video/mp4").send(calls, "key", "/v1/uploads/videos"),
        "image/png is not supported here; send MP4, WebM or MOV");
  }

  @Test
  void a_form_without_a_file_is_refused() {
    assertFailure(
        new Multipart().field("purpose", "x").send(calls, "key", "/v1/uploads/images"), "file");
    assertFailure(
        new Multipart().field("file", "not a file").send(calls, "key", "/v1/uploads/images"), "");
    assertFailure(
        new Multipart()
            .file("file", "a.png", "image/png", new byte[0])
            .send(calls, "key", "/v1/uploads/images"),
        "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=x",
        "application/json",
        "nonsense"
      })
  void a_body_that_is_no_form_is_refused(String type) {
    for (String body :
        new String[] {
          "", "{}", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
        }) {
      Answer answer =
          calls.send(
              calls
                  .request("/v1/uploads/images")
                  .header("Authorization", "Bearer key")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString(body)));
      assertFailure(answer, "");
    }
  }

  @Test
  void no_key_is_refused_in_the_envelope() {
    Answer answer =
        calls.send(calls.request("/v1/uploads/images").POST(BodyPublishers.ofString("")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("success").isBoolean()).isTrue();
    assertThat(answer.text("/message")).contains("API key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/uploads/x/y", "/uploads/..%2f..%2fetc/passwd", "/uploads/%2e%2e/%2e%2e/x"})
  void nothing_else_is_served(String path) {
    assertThat(calls.send(calls.request(path)).status()).isEqualTo(404);
  }

  @Test
  void the_oldest_file_of_a_sandbox_makes_room() {
    String first =
        png("a", "image/png").send(calls, "full", "/v1/uploads/images").text("/data/url");
    byte[] movie = Arrays.copyOf(bytes("00 00 00 18 66 74 79 70"), 40 * MB);
    String second = sendAs("full", "videos", movie).text("/data/url");
    assertThat(calls.send(calls.request(first)).status()).isEqualTo(200);
    String third = sendAs("full", "videos", movie).text("/data/url");
    assertThat(calls.send(calls.request(first)).status()).isEqualTo(404);
    assertThat(calls.send(calls.request(second)).status()).isEqualTo(404);
    assertThat(calls.send(calls.request(third)).status()).isEqualTo(200);

    sendAs("another", "videos", movie);
    assertThat(calls.send(calls.request(third)).status()).isEqualTo(404);
  }

  private static Multipart png(String name, String type) {
    return new Multipart().file("file", name, type, PNG);
  }

  private static Answer send(String kind, byte[] content) {
    return sendAs("key", kind, content);
  }

  private static Answer sendAs(String key, String kind, byte[] content) {
    return new Multipart()
        .file("file", "name", "application/octet-stream", content)
        .send(calls, key, "/v1/uploads/" + kind);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }

  private static void assertFailure(Answer answer, String message) {
    assertThat(answer.status())
        .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(400);
    assertThat(answer.json().path("success").isBoolean()).isTrue();
    assertThat(answer.json().path("success").booleanValue()).isFalse();
    assertThat(answer.text("/message")).isNotBlank().contains(message);
    assertThat(answer.header("X-Request-Id")).startsWith("req_");
  }
}
