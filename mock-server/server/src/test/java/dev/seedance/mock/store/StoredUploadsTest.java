package dev.seedance.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.http.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes of uploads are in the store, as long as the sandbox keeps the file. */
class StoredUploadsTest {

  private final TestTime time = new TestTime();
  private final MemoryStore store = new MemoryStore(time, true);
  private String sandbox = "";

  @Test
  void a_file_outlives_its_server() {
    String path;
    try (var first = server()) {
      path = upload(first.as("a"), 20);
      first.die();
    }
    try (var second = server()) {
      Calls calls = second.as("a");
      Response file = calls.getWithoutKey(path);
      assertThat(file.text()).isEqualTo(content(20));
      assertThat(file.header("Content-Type")).isEqualTo("image/gif");
      byte[] snapshot = calls.get("/_mock/snapshot").body();
      calls.post("/_mock/reset", "");
      assertThat(calls.getWithoutKey(path).status()).isEqualTo(404);
      assertThat(calls.put("/_mock/snapshot", snapshot).status()).isEqualTo(204);
      assertThat(calls.getWithoutKey(path).text()).isEqualTo(content(20));
    }
  }

  @Test
  void a_file_that_is_dropped_or_reset_is_deleted_from_the_store() throws IOException {
    try (var server = server()) {
      Calls calls = server.as("a");
      sandbox = server.sandbox("a").id();
      upload(calls, 50);
      List<String> first = files();
      upload(calls, 60); // at most 100 bytes are kept
      List<String> second = files();
      assertThat(first).hasSize(1);
      assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
      settle(server);
      assertThat(store.file(sandbox, first.get(0))).isEmpty();
      assertThat(store.file(sandbox, second.get(0))).isPresent();
      calls.post("/_mock/reset", "");
      settle(server);
      assertThat(files()).isEmpty();
      assertThat(store.file(sandbox, second.get(0))).isEmpty();
    }
  }

  /** Waits for one more write, which comes after the deletion of files. */
  private static void settle(StoredServer server) {
    server.sandbox("a").settle();
    server.sandbox("a").changes().stored().join();
  }

  /** Returns the names of the files that the documents name. */
  private List<String> files() throws IOException {
    List<String> names = new ArrayList<>();
    for (SandboxStore.Document document : store.load(sandbox)) {
      if (document.part().equals("uploads")) {
        JsonNode upload = StrictJson.MAPPER.readTree(document.json());
        names.add(upload.path("file").asText());
      }
    }
    return names;
  }

  private StoredServer server() {
    return new StoredServer(store, time, "--clock=frozen", "--max-upload-bytes=100");
  }

  private static String content(int length) {
    return "GIF89a" + "x".repeat(length);
  }

  /** Uploads a file and returns the path of its URL. */
  private static String upload(Calls calls, int length) {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%s\r\n--b--\r\n"
            .formatted(content(length));
    Response response =
        calls.send(
            calls
                .keyed("/v1/uploads/images")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(form)));
    return URI.create(response.text("/data/url")).getPath();
  }
}
