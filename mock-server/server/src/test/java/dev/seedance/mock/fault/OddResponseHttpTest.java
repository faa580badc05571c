package dev.seedance.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses that real servers were seen to send, as built-in scenarios. */
class OddResponseHttpTest {

  private static final String UNKNOWN_ID = "tsk_vid_01JZ0000000000000000000000";

  @RegisterExtension static final TestServer server = TestServer.with("--clock=auto");

  @Test
  void a_submit_with_task_id_has_an_empty_status_and_makes_the_task() throws Exception {
    Response submitted = submit("submit-with-task-id");
    String id = submitted.text("/id");
    assertThat(submitted.status()).isEqualTo(200);
    assertThat(submitted.json())
        .isEqualTo(
            json(
                """
                {"object":"video","id":"%1$s","task_id":"%1$s","status":""}"""
                    .formatted(id)));
    assertThat(server.poll(id).text("/id")).isEqualTo(id);
  }

  @Test
  void a_submit_without_id_has_the_task_id() {
    Response submitted = submit("submit-without-id");
    String id = submitted.text("/task_id");
    assertThat(fields(submitted.json()))
        .containsExactlyInAnyOrder(
            "task_id", "object", "model", "status", "progress", "created_at");
    assertThat(submitted.json().path("created_at").isIntegralNumber()).isTrue();
    assertThat(server.poll(id).text("/id")).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({"pending-status, pending", "submitted-status, submitted", "empty-status, ''"})
  void an_odd_status_lasts_until_the_end(String scenario, String status) {
    Response submitted = submit(scenario);
    String id = submitted.text("/id");
    List<String> polled =
        Stream.generate(() -> server.poll(id).text("/status")).limit(8).distinct().toList();
    assertThat(submitted.json().path("status").textValue()).isEqualTo(status);
    assertThat(polled).containsExactly(status, "completed");
  }

  @Test
  void a_task_that_does_not_exist_is_400_with_a_bare_message() throws Exception {
    String id = submit("task-not-exist").text("/id");
    Response refused = server.poll(id);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json()).isEqualTo(json("{\"message\":\"task_not_exist\"}"));
  }

  @Test
  void so_is_an_unknown_id_if_the_poll_or_the_server_asks_for_it() {
    Response named =
        server.send(
            server
                .keyed(Calls.GENERATIONS + "/" + UNKNOWN_ID)
                .header("X-Mock-Scenario", "task-not-exist"));
    assertThat(named.status()).isEqualTo(400);
    assertThat(named.text("/message")).isEqualTo("task_not_exist");
    assertThat(server.poll(UNKNOWN_ID).status()).isEqualTo(404);
    try (var always = TestServer.with("--scenario=task-not-exist").start()) {
      assertThat(always.poll(UNKNOWN_ID).text("/message")).isEqualTo("task_not_exist");
    }
  }

  @Test
  void an_unknown_scenario_of_a_poll_of_an_unknown_id_is_400() {
    Response refused =
        server.send(
            server
                .keyed(Calls.GENERATIONS + "/" + UNKNOWN_ID)
                .header("X-Mock-Scenario", "nonsense"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message")).startsWith("unknown mock scenario 'nonsense'");
  }

  @Test
  void codes_can_be_integers() {
    String id = submit("integer-codes").text("/id");
    server.poll(id);
    Response refused = server.poll(id);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.json().at("/error/code").intValue()).isEqualTo(503);
    Response failed =
        Stream.generate(() -> server.poll(id))
            .limit(8)
            .filter(poll -> poll.text("/status").equals("failed"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.json().at("/error/code").intValue()).isEqualTo(50012);
    assertThat(failed.text("/error/message")).isNotEmpty();
  }

  @Test
  void a_401_can_lack_its_type() {
    Response refused = submit("unauthorized-without-type");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(fields(refused.json().path("error"))).containsExactly("code", "message");
  }

  @Test
  void the_upstream_refuses_images_of_people_in_a_shape_of_its_own() {
    Response refused = submit("privacy-refusal");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/code"))
        .isEqualTo("InputImageSensitiveContentDetected.PrivacyInformation");
    assertThat(refused.text("/error/type")).isEqualTo("BadRequest");
    assertThat(refused.json().at("/error/param").textValue()).isEmpty();
    assertThat(server.get("/_mock/tasks").json().path("tasks")).isEmpty();
  }

  @Test
  void a_combination_that_the_model_does_not_take_fails_later() {
    String id = submit("task-type-constraint").text("/id");
    assertThat(Stream.generate(() -> server.poll(id).text("/error/code")).limit(8))
        .contains("InvalidParameter.TaskTypeConstraint");
  }

  @Test
  void a_template_fills_in_values_of_the_replaced_body() {
    server.post(
        "/_mock/scenarios",
        """
        {"name":"odd","faults":[{"on":"submit","fault":{"kind":"replace_body","body":
          {"data":[{"n":"$/created_at","none":"$/nothing","text":"$id"}]}}}]}""");
    JsonNode replaced = submit("odd").json().at("/data/0");
    assertThat(replaced.path("n").isIntegralNumber()).isTrue();
    assertThat(replaced.path("none").isNull()).isTrue();
    assertThat(replaced.path("text").textValue()).isEqualTo("$id");
  }

  private static Response submit(String scenario) {
    return server.submit(
        "{\"model\":\"seedance-2\",\"prompt\":\"[mock:" + scenario + "] A lighthouse\"}");
  }

  private static List<String> fields(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
