package dev.seedance.mock.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The end of a task is told once, wherever time goes. */
class TaskEndHttpTest {

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"A ferry","callback_url":"http://127.0.0.1:1/hook"}""";

  private static final String OUTCOME = "/_mock/tasks/%s/outcome";

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--clock=frozen", "--clock-start=2026-05-04T03:02:01Z");

  @Test
  void a_clock_that_is_set_back_does_not_tell_it_again() {
    String id = server.submit(REQUEST).text("/id");
    server.advance("PT50M");
    setClock("2026-05-04T03:02:02Z");
    server.put("/_mock/webhooks", "{\"default_url\":\"http://127.0.0.1:1/other\"}");
    server.advance("PT50M");
    assertThat(eventsOf(id)).hasSize(1);
  }

  @Test
  void a_task_whose_end_was_told_can_not_be_ended_in_its_past() {
    String id = server.submit(REQUEST).text("/id");
    server.advance("PT50M");
    setClock("2026-05-04T03:02:02Z");
    Response refused = server.post(OUTCOME.formatted(id), "{\"status\":\"failed\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/error/message"))
        .isEqualTo("task '" + id + "' is completed already; submit another one");
    assertThat(eventsOf(id)).hasSize(1);
  }

  @Test
  void a_task_that_is_ended_before_its_submit_has_ended() {
    String id = server.submit(REQUEST).text("/id");
    setClock("2026-05-04T01:00:00Z");
    String force = OUTCOME.formatted(id);
    Response ended = server.post(force, "{\"status\":\"failed\"}");
    assertThat(ended.text("/task/status")).isEqualTo("failed");
    assertThat(server.post(force, "{\"status\":\"completed\"}").status()).isEqualTo(409);
    server.advance("PT5H");
    assertThat(eventsOf(id)).hasSize(1);
  }

  @Test
  void a_sandbox_that_is_restored_tells_it_with_the_same_event() {
    String id = server.submit(REQUEST).text("/id");
    byte[] before = server.get("/_mock/snapshot").body();
    server.advance("PT50M");
    List<String> first = eventsOf(id);
    server.put("/_mock/snapshot", before);
    assertThat(eventsOf(id)).isEmpty();
    server.submit(REQUEST);
    server.advance("PT50M");
    assertThat(eventsOf(id)).hasSize(1).isEqualTo(first);
  }

  @Test
  void a_snapshot_knows_that_it_was_told() {
    String id = server.submit(REQUEST).text("/id");
    server.advance("PT50M");
    JsonNode parts = server.get("/_mock/snapshot").json().path("parts");
    server.post("/_mock/reset", "");
    server.put(
        "/_mock/snapshot",
        "{\"version\":1,\"parts\":{\"tasks\":%s}}".formatted(parts.path("tasks")));
    server.advance("PT50M");
    assertThat(server.poll(id).text("/status")).isEqualTo("completed");
    assertThat(eventsOf(id)).isEmpty();
  }

  private static void setClock(String now) {
    assertThat(server.put("/_mock/clock", "{\"now\":\"" + now + "\"}").status()).isEqualTo(200);
  }

  private static List<String> eventsOf(String task) {
    return server.get("/_mock/webhooks/deliveries?task_id=" + task).json().findValuesAsText("id");
  }
}
