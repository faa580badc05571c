package dev.seedance.mock.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskControlHttpTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String REQUEST =
      "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\",\"client_business_id\":\"order-1\"}";

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--clock=frozen", "--clock-start=2026-01-01T00:00:00Z");

  @Test
  void shows_a_task_with_its_plan() {
    String id = server.submit(REQUEST).text("/id");
    var shown = server.get("/_mock/tasks/" + id);
    assertThat(shown.json().at("/task")).isEqualTo(server.poll(id).json());
    assertThat(shown.text("/plan/submitted_at")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(shown.text("/plan/next_event_at")).isEqualTo(shown.text("/plan/starts_at"));
    assertThat(shown.text("/plan/ends_at")).isGreaterThan(shown.text("/plan/starts_at"));
    assertThat(shown.text("/plan/outcome")).isEqualTo("completed");
    assertThat(server.get("/_mock/tasks/order-1").text("/task/id")).isEqualTo(id);
  }

  @Test
  void shows_the_request_of_a_task_and_what_the_validator_says_of_it() {
    String sent = "{\"model\":\"seedance-2\", \"prompt\":\"A lighthouse\", \"ratio\":\"1:1\"}";
    String id = server.submit(sent).text("/id");
    var shown = server.get("/_mock/tasks/" + id);
    assertThat(shown.text("/prompt")).isEqualTo("A lighthouse");
    assertThat(shown.text("/scenario")).isEqualTo("realistic");
    assertThat(shown.text("/request/body")).isEqualTo(sent);
    assertThat(shown.json().at("/request/bytes").intValue()).isEqualTo(sent.length());
    assertThat(shown.json().at("/request/report/valid").booleanValue()).isTrue();
    assertThat(shown.text("/request/report/violations/0/rule")).isEqualTo("field.unknown");
    assertThat(server.get("/_mock/tasks").json().at("/tasks/0/request").isMissingNode()).isTrue();
  }

  @Test
  void keeps_the_beginning_of_a_long_request_only() {
    String sent = "{\"prompt\":\"" + "🎬".repeat(9_000) + "\",\"model\":\"seedance-2\"}";
    String id = server.submit(sent).text("/id");
    var shown = server.get("/_mock/tasks/" + id);
    assertThat(shown.text("/request/body")).startsWith("{\"prompt\":\"🎬").hasSizeLessThan(16_385);
    assertThat(shown.json().at("/request/bytes").intValue()).isEqualTo(36_034);
    assertThat(shown.json().at("/request/report").isMissingNode()).isTrue();
    assertThat(shown.text("/prompt")).isEqualTo("🎬".repeat(299) + "…");
  }

  @Test
  void lists_the_newest_tasks_first() {
    String first = server.submit(REQUEST).text("/id");
    String second = server.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}").text("/id");
    var all = server.get("/_mock/tasks").json().at("/tasks");
    assertThat(all.findPath("task").at("/id").asText()).isEqualTo(second);
    assertThat(all.at("/1/task/id").asText()).isEqualTo(first);
    assertThat(server.get("/_mock/tasks?limit=1").json().at("/tasks")).hasSize(1);
    assertThat(server.get("/_mock/tasks?limit=-1").json().at("/tasks")).isEmpty();
    assertThat(server.get("/_mock/tasks?limit=many").status()).isEqualTo(400);
  }

  @Test
  void completes_a_task_now() {
    String id = server.submit(REQUEST).text("/id");
    server.advance("PT1S");
    var ended = server.post("/_mock/tasks/" + id + "/outcome", "{\"status\":\"completed\"}");
    assertThat(ended.text("/task/status")).isEqualTo("completed");
    var polled = server.poll("order-1");
    assertThat(polled.text("/status")).isEqualTo("completed");
    assertThat(polled.json().at("/completed_at").longValue()).isEqualTo(START.getEpochSecond() + 1);
    assertThat(server.getWithoutKey(polled.text("/result/data/0/url")).status()).isEqualTo(200);
  }

  @Test
  void fails_a_task_now_with_the_error_that_was_asked_for() {
    String id = server.submit(REQUEST).text("/id");
    server.post(
        "/_mock/tasks/" + id + "/outcome",
        "{\"status\":\"failed\",\"error\":{\"code\":\"out_of_gpus\",\"message\":\"None left\"}}");
    var polled = server.poll(id);
    assertThat(polled.text("/status")).isEqualTo("failed");
    assertThat(polled.text("/error/code")).isEqualTo("out_of_gpus");
    assertThat(polled.text("/error/message")).isEqualTo("None left");
  }

  @Test
  void a_failure_needs_no_error() {
    String id = server.submit(REQUEST).text("/id");
    server.post("/_mock/tasks/" + id + "/outcome", "{\"status\":\"failed\"}");
    assertThat(server.poll(id).text("/error/code")).isEqualTo("generation_failed");
  }

  @Test
  void a_final_task_stays_as_it_is() {
    String id = server.submit(REQUEST).text("/id");
    server.advance("PT1H");
    var refused = server.post("/_mock/tasks/" + id + "/outcome", "{\"status\":\"failed\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/error/code")).isEqualTo("task_final");
    assertThat(server.poll(id).text("/status")).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"status\":\"queued\"}",
        "{\"status\":\"completed\",\"error\":{}}",
        "{\"status\":\"failed\",\"error\":\"x\"}"
      })
  void refuses_other_outcomes(String body) {
    String id = server.submit(REQUEST).text("/id");
    assertThat(server.post("/_mock/tasks/" + id + "/outcome", body).status()).isEqualTo(400);
  }

  @Test
  void an_unknown_task_is_404() {
    assertThat(server.get("/_mock/tasks/tsk_x").status()).isEqualTo(404);
    assertThat(server.post("/_mock/tasks/tsk_x/outcome", "{\"status\":\"failed\"}").status())
        .isEqualTo(404);
  }
}
