package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seedance.mock.ControlCalls;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.Listings;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the receivers of {@code docs/webhooks.md} as a reader would, where their language is there.
 */
class ReceiverListingsTest {

  @TempDir private Path directory;

  @Test
  void the_receiver_in_java_takes_what_is_genuine() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    check("java", "WebhookReceiver.java", java);
  }

  @Test
  void the_receiver_in_python_takes_what_is_genuine() throws Exception {
    assumeTrue(Listings.runs("python3", "--version"));
    check("python", "receiver.py", "python3");
  }

  @Test
  void the_receiver_in_typescript_takes_what_is_genuine() throws Exception {
    assumeTrue(Listings.runsTypescript());
    check("typescript", "receiver.mts", "node");
  }

  private void check(String language, String file, String command) throws Exception {
    Files.writeString(directory.resolve(file), Listings.first("webhooks.md", language));
    var builder = new ProcessBuilder(command, file).directory(directory.toFile());
    builder.environment().put("PORT", "0");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    try (var server = MockServer.start(MockOptions.builder().build());
        var output = process.inputReader(StandardCharsets.UTF_8)) {
      var control = new ControlCalls(new HttpCalls(server.baseUrl()), "key");
      String url = "{\"url\":\"http://127.0.0.1:" + port(output) + "/hook\"}";
      assertThat(delivered(control, url)).isEqualTo("204");
      assertThat(output.readLine()).contains("endpoint.test", "endpoint_test");

      control.post("/webhooks/rotate-secret", "{\"secret\":\"another\"}");
      assertThat(delivered(control, url))
          .as("two signatures, one of which is known")
          .isEqualTo("204");
      control.put("/webhooks", "{\"secret\":\"unknown\"}");
      assertThat(delivered(control, url)).as("no signature that is known").isEqualTo("401");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static String delivered(ControlCalls control, String url) {
    return control.post("/webhooks/test", url).text("/attempts/0/status");
  }

  /** The port of the line that says so; what else is printed before is left out. */
  private static String port(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("listening on ")) {
        return line.substring("listening on ".length());
      }
    }
    throw new AssertionError("the receiver ended before it listened");
  }
}
