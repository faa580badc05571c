package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.model.UploadedFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {

  private static final Reply STORED =
      Reply.json(
          200,
          """
          {"success":true,"message":"","data":{"id":"upload_1","url":"https://files.example.com/1",
           "mime_type":"image/png","size":5}}""");

  private final ScriptedServer server = new ScriptedServer();
  private final SeedanceClient client = TestClient.of(server, new FakeTime()).build();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sends_a_form_with_the_file() throws IOException {
    server.reply(STORED);

    UploadedFile stored = client.uploads().file(file("heroine.png", "bytes"));

    assertThat(stored.getUrl()).isEqualTo("https://files.example.com/1");
    ScriptedServer.Call call = server.calls().get(0);
    assertThat(call.header("Authorization")).isEqualTo("Bearer " + TestClient.KEY);
    String boundary = String.valueOf(call.header("Content-Type")).split("boundary=", -1)[1];
    assertThat(call.body())
        .isEqualTo(
            """
            --%1$s\r
            Content-Disposition: form-data; name="file"; filename="heroine.png"\r
            Content-Type: image/png\r
            \r
            bytes\r
            --%1$s--\r
            """
                .formatted(boundary));
  }

  @ParameterizedTest
  @CsvSource({
    "a.JPG, image/jpeg, /v1/uploads/images",
    "a.jpeg, image/jpeg, /v1/uploads/images",
    "a.webp, image/webp, /v1/uploads/images",
    "a.gif, image/gif, /v1/uploads/images",
    "a.mp4, video/mp4, /v1/uploads/videos",
    "a.webm, video/webm, /v1/uploads/videos",
    "a.mov, video/quicktime, /v1/uploads/videos",
    "a.mp3, audio/mpeg, /v1/uploads/audios",
    "a.wav, audio/wav, /v1/uploads/audios",
    "a.m4a, audio/mp4, /v1/uploads/audios"
  })
  void the_ending_decides_where_to(String name, String type, String path) throws IOException {
    server.reply(STORED);

    client.uploads().file(file(name, "bytes"));

    assertThat(server.calls().get(0).path()).isEqualTo(path);
    assertThat(server.calls().get(0).body()).contains("Content-Type: " + type + "\r\n");
  }

  @Test
  void nothing_in_a_name_can_end_the_header() throws IOException {
    server.reply(STORED);

    client.uploads().file(file("a\"\r\nX: y.png", "bytes"));

    assertThat(server.calls().get(0).body()).contains("filename=\"a%22%0D%0AX: y.png\"");
  }

  @Test
  void refuses_what_the_provider_would_refuse() throws IOException {
    Path large = folder.resolve("large.png");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(10 * 1024 * 1024 + 1);
    }

    assertThatThrownBy(() -> client.uploads().file(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("large.png has 10485761 bytes; an upload must have 1 to 10485760");
    assertThatThrownBy(() -> client.uploads().file(file("scan.tiff", "x")))
        .hasMessageContaining("has no ending that the provider takes: jpg, png");
    assertThatThrownBy(() -> client.uploads().file(folder.resolve("nowhere.png")))
        .isInstanceOf(SeedanceIoException.class)
        .hasMessageEndingWith("nowhere.png can't be read; is it there?");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void tells_why_the_server_refuses_and_tries_once() throws IOException {
    Path file = file("a.png", "x");
    server.thenAlways(Reply.json(400, "{\"success\":false,\"message\":\"too odd\"}"));

    assertThatThrownBy(() -> client.uploads().file(file))
        .isInstanceOf(BadRequestException.class)
        .hasMessage("uploadImage: HTTP 400: too odd");
    assertThat(server.calls()).hasSize(1);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
