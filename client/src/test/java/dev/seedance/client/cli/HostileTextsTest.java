package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.FakeTime;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.TestClient;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.internal.Json;
import dev.seedance.spec.text.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's texts stay texts: a terminal obeys none of them, and no line of them is forged. */
class HostileTextsTest {

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b]52;c;aWQK\u0007",
        "\u001b[1A\u001b[2Kqueued",
        "\u009b2J",
        "gone\u007f\u0008",
        "\u202egnp.exe",
        "x\nsaved /etc/passwd (1 bytes)",
        "x\rsaved\u2028y"
      })
  void whatever_member_they_are_in(String text) {
    for (ObjectNode body : List.of(task(text), error(text), failed(text))) {
      server.thenAlways(
          Reply.json(body.has("error") && !body.has("id") ? 400 : 200, body.toString()));
      for (String command :
          List.of(
              "status tsk_1",
              "generate --prompt kite --no-wait",
              "generate --prompt kite --timeout 20s --out " + folder.resolve("v.mp4"),
              "download tsk_1 --timeout 20s --out " + folder.resolve("v.mp4"))) {
        String printed = printedBy(command.split(" ", -1));
        assertThat(Printable.text(printed)).isEqualTo(printed);
        assertThat(printed.lines()).noneMatch(line -> line.startsWith("saved"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[31mred", "\u009d0;x\u009c", "a\u202eb"})
  void in_the_messages_of_the_library_too(String text) {
    server.thenAlways(Reply.json(400, error(text).toString()));
    try (SeedanceClient client = TestClient.of(server, time).build()) {
      assertThatThrownBy(() -> client.get("tsk_1"))
          .isInstanceOf(SeedanceException.class)
          .hasMessage("getGeneration: HTTP 400 %1$s: %1$s (field %1$s)", Printable.line(text));
    }
  }

  private static ObjectNode task(String text) {
    return Json.MAPPER.createObjectNode().put("id", text).put("status", text);
  }

  private static ObjectNode failed(String text) {
    ObjectNode task = Json.MAPPER.createObjectNode().put("id", text).put("status", "failed");
    task.putObject("error").put("code", text).put("message", text);
    return task;
  }

  private static ObjectNode error(String text) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("error").put("code", text).put("message", text).put("param", text);
    return body;
  }

  private String printedBy(String... arguments) {
    var printed = new StringWriter();
    SeedanceCommand.commandLine(
            Map.of("SEEDANCE_BASE_URL", server.url(), "SEEDANCE_API_KEY", "k"),
            builder -> builder.clock(time).sleeper(time))
        .setOut(new PrintWriter(printed))
        .setErr(new PrintWriter(printed))
        .execute(arguments);
    return printed.toString();
  }
}
