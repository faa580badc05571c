package dev.seedance.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.contract.docs.Listing.Note;
import dev.seedance.mock.testkit.MockServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The webhook receivers of the page take genuine events of the mock, also after a rotation, and
 * come to the verdict of each signature vector.
 */
class ReceiverListingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  /** A receiver of the page: the file of its listing, and the command that runs such files. */
  private enum Language {
    JAVA("WebhookReceiver.java") {
      @Override
      List<String> program() {
        return List.of(Programs.JAVA, "-XX:TieredStopAtLevel=1", "-cp", Session.CLASS_PATH);
      }
    },
    PYTHON("receiver.py") {
      @Override
      List<String> program() {
        return List.of(Programs.require(Programs.python(), "Python 3"));
      }
    },
    TYPESCRIPT("receiver.mts") {
      @Override
      List<String> program() {
        return Programs.require(Programs.typescript(), "Node 22.18 or newer, or tsx from npm,");
      }
    };

    private final String file;

    Language(String file) {
      this.file = file;
    }

    abstract List<String> program();
  }

  @ParameterizedTest
  @EnumSource
  void takes_what_is_genuine(Language language) throws Exception {
    try (var server = MockServer.start();
        var receiver = start(language, Map.of())) {
      String url = "{\"url\":\"" + receiver.hook() + "\"}";
      assertThat(answerTo(server, url)).isEqualTo(204);
      assertThat(receiver.output().readLine()).isEqualTo("endpoint.test endpoint_test");

      call(server, "POST", "/webhooks/rotate-secret", "{\"secret\":\"another\"}");
      assertThat(answerTo(server, url)).as("two signatures, one of which is known").isEqualTo(204);
      call(server, "PUT", "/webhooks", "{\"secret\":\"unknown\"}");
      assertThat(answerTo(server, url)).as("no signature that is known").isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource
  void comes_to_the_verdict_of_each_vector(Language language) throws Exception {
    Map<Map<String, String>, List<JsonNode>> vectors =
        StreamSupport.stream(vectors().spliterator(), false).collect(groupingBy(this::setting));
    for (var group : vectors.entrySet()) {
      try (var receiver = start(language, group.getKey())) {
        for (JsonNode vector : group.getValue()) {
          boolean accepted = vector.at("/expect/accepted").asBoolean();
          assertThat(receiver.status(vector.path("headers"), vector.path("body").asText()))
              .as("%s", vector.path("name"))
              .isEqualTo(accepted ? 204 : 401);
        }
      }
    }
  }

  /** Each is signed as it should be, so that only its content is left to be refused. */
  @ParameterizedTest
  @EnumSource
  void refuses_what_is_signed_and_no_event(Language language) throws Exception {
    List<String> bodies =
        List.of(
            "",
            "null",
            "[]",
            "7",
            "\"evt_1\"",
            "{",
            "{}",
            "{\"id\":null,\"data\":{}}",
            "{\"id\":\"evt_2\",\"data\":{}}",
            "{\"id\":\"evt_1\"}",
            "{\"id\":\"evt_1\",\"data\":null}");
    try (var receiver = start(language, Map.of("WEBHOOK_NOW", "1000", "WEBHOOK_SECRET", "s"))) {
      for (String body : bodies) {
        assertThat(receiver.status(signed(body), body)).as(body).isEqualTo(401);
      }
      String event = "{\"id\":\"evt_1\",\"type\":\"t\",\"data\":{\"task_id\":\"x\"}}";
      assertThat(receiver.status(signed(event), event)).isEqualTo(204);
      assertThat(receiver.output().readLine()).as("nothing but the event").isEqualTo("t x");
    }
  }

  private static JsonNode signed(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s".getBytes(UTF_8), "HmacSHA256"));
    String signature =
        HexFormat.of().formatHex(mac.doFinal(("evt_1.1000." + body).getBytes(UTF_8)));
    return JSON.createObjectNode()
        .put("X-ToAPIs-Webhook-Id", "evt_1")
        .put("X-ToAPIs-Webhook-Timestamp", "1000")
        .put("X-ToAPIs-Webhook-Signature", "v1=" + signature);
  }

  private static JsonNode vectors() throws IOException {
    Path file = Page.ROOT.resolve("api-spec/vectors/webhooks/signatures.json");
    JsonNode vectors = JSON.readTree(file.toFile()).path("vectors");
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(30);
    return vectors;
  }

  /** Returns the environment in which a receiver knows the secrets and the time of a vector. */
  private Map<String, String> setting(JsonNode vector) {
    String secrets =
        StreamSupport.stream(vector.path("secrets").spliterator(), false)
            .map(JsonNode::asText)
            .collect(joining(","));
    return Map.of("WEBHOOK_SECRET", secrets, "WEBHOOK_NOW", vector.path("now").asText());
  }

  private Running start(Language language, Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve(language.file), listing(language.file).text());
    var builder =
        new ProcessBuilder(
                Stream.concat(language.program().stream(), Stream.of(language.file)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("PORT", "0");
    Process process = builder.start();
    BufferedReader output = process.inputReader(UTF_8);
    return new Running(process, output, URI.create("http://127.0.0.1:" + port(output) + "/hook"));
  }

  /** A receiver that listens, and what it prints. */
  private record Running(Process process, BufferedReader output, URI hook)
      implements AutoCloseable {

    int status(JsonNode headers, String body) throws IOException, InterruptedException {
      var request = HttpRequest.newBuilder(hook).POST(BodyPublishers.ofString(body));
      headers
          .properties()
          .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
      // A client of its own: a kept connection may be one to an earlier receiver at the same port.
      return HttpClient.newHttpClient()
          .send(request.build(), BodyHandlers.discarding())
          .statusCode();
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
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
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
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
