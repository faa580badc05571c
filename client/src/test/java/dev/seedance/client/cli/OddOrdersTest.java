package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.FakeTime;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.internal.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The output for orders that a server confirms in other words than those of the contract. */
class OddOrdersTest {

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void gives_scripts_the_id_of_an_order_whose_response_was_cut_off() throws IOException {
    server.thenAlways(Reply.json(200, "{\"id\":\"tsk_vid_1\",\"stat"));

    assertThat(run("generate", "--prompt", "x", "--json", "--no-wait")).isEqualTo(4);

    assertThat(Json.MAPPER.readTree(out.toString()).at("/error/task_id").asText())
        .isEqualTo("tsk_vid_1");
    assertThat(err.toString())
        .isEqualTo(
            "What was ordered goes on at the server. Fetch its video with:%n  seedance download tsk_vid_1 --base-url %s%n"
                .formatted(server.url()));
  }

  @Test
  void takes_an_order_that_is_confirmed_by_task_id() {
    server.reply(Reply.json(200, "{\"object\":\"video\",\"task_id\":\"t/1\",\"status\":\"\"}"));

    assertThat(run("generate", "--prompt", "x", "--no-wait")).isZero();

    assertThat(out.toString()).startsWith("ordered t/1" + System.lineSeparator());
  }

  @Test
  void tells_that_a_task_has_no_status() {
    server.reply(Reply.task("", 0, ""));

    assertThat(run("status", "tsk_vid_1")).isZero();
    assertThat(out).hasToString("tsk_vid_1 without status 0 %" + System.lineSeparator());
  }

  private int run(String... arguments) {
    return SeedanceCommand.commandLine(
            Map.of("SEEDANCE_BASE_URL", server.url(), "SEEDANCE_API_KEY", "k"),
            builder -> builder.clock(time).sleeper(time))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
