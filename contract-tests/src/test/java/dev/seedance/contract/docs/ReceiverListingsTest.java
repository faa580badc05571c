package dev.seedance.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.docs.Listing.Note;
import dev.seedance.mock.testkit.MockServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The webhook receivers of the page take genuine events, also after a rotation, and no others. */
class ReceiverListingsTest {

  @TempDir private Path folder;

  @Test
  void the_receiver_in_java_takes_what_is_genuine() throws Exception {
    check("WebhookReceiver.java", List.of(Programs.JAVA));
  }

  @Test
  void the_receiver_in_python_takes_what_is_genuine() throws Exception {
    check("receiver.py", List.of(Programs.require(Programs.python(), "Python 3")));
  }

  @Test
  void the_receiver_in_typescript_takes_what_is_genuine() throws Exception {
    check(
        "receiver.mts",
        Programs.require(Programs.typescript(), "Node 22.18 or newer, or tsx from npm,"));
  }

  private void check(String file, List<String> program) throws Exception {
    Files.writeString(folder.resolve(file), listing(file).text());
    var builder =
        new ProcessBuilder(Stream.concat(program.stream(), Stream.of(file)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("PORT", "0");
    Process process = builder.start();
    try (var server = MockServer.start();
        var output = process.inputReader(UTF_8)) {
      String url = "{\"url\":\"http://127.0.0.1:" + port(output) + "/hook\"}";
      assertThat(answerTo(server, url)).isEqualTo(204);
      assertThat(output.readLine()).contains("endpoint.test", "endpoint_test");

      call(server, "POST", "/webhooks/rotate-secret", "{\"secret\":\"another\"}");
      assertThat(answerTo(server, url)).as("two signatures, one of which is known").isEqualTo(204);
      call(server, "PUT", "/webhooks", "{\"secret\":\"unknown\"}");
      assertThat(answerTo(server, url)).as("no signature that is known").isEqualTo(401);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  private static Listing listing(String file) {
    return Page.of("docs/webhooks.md").listings().stream()
        .filter(listing -> listing.note(Note.FILE).orElse("").equals(file))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the status of the receiver's response to a test event. */
  private static int answerTo(MockServer server, String url) throws Exception {
    return call(server, "POST", "/webhooks/test", url).at("/attempts/0/status").asInt();
  }

  private static JsonNode call(MockServer server, String method, String path, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(server.baseUrl().resolve("/_mock" + path))
            .header("Authorization", "Bearer docs")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return new ObjectMapper()
        .readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }

  /** Returns the port of the line that names it; lines before it are ignored. */
  private static String port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("listening on ")) {
        return line.substring("listening on ".length());
      }
    }
    throw new AssertionError("the receiver ended before it listened");
  }
}
