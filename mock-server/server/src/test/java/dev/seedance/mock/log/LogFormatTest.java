package dev.seedance.mock.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.Calls;
import dev.seedance.mock.MockProcess;
import dev.seedance.mock.Response;
import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

/** The log as text and as JSON. */
class LogFormatTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String KEY = "a-key-that-no-log-shows";

  private static LogEntry entry() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("request_id", "req_1");
    request.put("sandbox", "0a");
    var failure = new IllegalStateException("b\u00fccher \"x\"");
    return new LogEntry(NOW, Level.WARN, "lib.Part", "it's \u4e2d {}", request, 3, failure);
  }

  @Test
  void text_has_the_request_behind_the_message() {
    assertThat(LogFormat.TEXT.lines(entry()))
        .startsWith(
            "WARN lib.Part - it's \u4e2d {} request_id=req_1 sandbox=0a (and 3 more of this kind since the last one)",
            "java.lang.IllegalStateException: b\u00fccher \"x\"")
        .hasSizeBetween(3, 42);
  }

  @Test
  void json_is_one_object_in_one_line_of_ascii() throws Exception {
    List<String> lines = LogFormat.JSON.lines(entry());
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).isPrintable();
    assertThat(lines.get(0).chars()).allMatch(c -> c < 128);
    JsonNode object = JSON.readTree(lines.get(0));
    assertThat(object.fieldNames())
        .toIterable()
        .containsExactly(
            "time",
            "level",
            "logger",
            "message",
            "request_id",
            "sandbox",
            "suppressed",
            "exception");
    assertThat(object.path("time").asText()).isEqualTo(NOW.toString());
    assertThat(object.path("message").asText()).isEqualTo("it's \u4e2d {}");
    assertThat(object.path("suppressed").asInt()).isEqualTo(3);
    assertThat(object.path("exception").asText())
        .startsWith("java.lang.IllegalStateException: b\u00fccher \"x\"\n\tat ")
        .contains("LogFormatTest");
  }

  /** The delivery that is dropped is logged in the course of the request that ends a task. */
  @Test
  void each_line_of_a_process_is_an_object_that_tells_the_request(@TempDir Path folder)
      throws Exception {
    File log = folder.resolve("stderr").toFile();
    Process process =
        MockProcess.of(List.of(), "--clock=frozen", "--max-deliveries=1", "--log-format=json")
            .redirectError(log)
            .start();
    try (BufferedReader out = process.inputReader()) {
      JsonNode ready = JSON.readTree(out.readLine());
      assertThat(ready.path("level").asText()).isEqualTo("INFO");
      String message = ready.path("message").asText();
      assertThat(message).startsWith("seedance mock server ready at http://");
      Calls calls = Calls.to(URI.create(message.substring(message.indexOf("http"))), KEY);
      calls.put("/_mock/webhooks", "{\"default_url\":\"http://127.0.0.1:1/\"}");
      endOneMore(calls);
      String id = endOneMore(calls).header("X-Request-Id");
      List<String> lines = Files.readAllLines(log.toPath());
      assertThat(lines).hasSize(1);
      JsonNode line = JSON.readTree(lines.get(0));
      assertThat(line.path("level").asText()).isEqualTo("WARN");
      assertThat(line.path("message").asText()).contains("drops webhook deliveries");
      assertThat(line.path("request_id").asText()).isEqualTo(id).startsWith("req_");
      assertThat(line.path("message").asText()).contains(line.path("sandbox").asText());
      assertThat(line.path("sandbox").asText()).matches("[0-9a-f]{16}");
      assertThat(lines.get(0)).doesNotContain(KEY);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static Response endOneMore(Calls calls) {
    String task = calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}").text("/id");
    return calls.post("/_mock/tasks/" + task + "/outcome", "{\"status\":\"completed\"}");
  }
}
