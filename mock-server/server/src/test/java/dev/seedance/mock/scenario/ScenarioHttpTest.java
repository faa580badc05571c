package dev.seedance.mock.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioHttpTest {

  private static final String STORM =
      """
      {"name": "storm-fails", "description": "No storms today.",
       "match": {"model": "seedance-2*", "prompt": "*storm*"},
       "timeline": {"queued": "PT0S", "running": "PT10S"},
       "outcome": {"status": "failed", "error": {"code": "no_storms", "message": "No storms."}},
       "faults": [{"on": "poll", "nth": [1],
                   "fault": {"kind": "refuse", "status": 503, "headers": {"Retry-After": "3"}}}]}
      """;

  @RegisterExtension static final TestServer server = TestServer.with("--clock=auto");

  @Test
  void a_registered_scenario_takes_the_requests_that_it_matches() {
    register(STORM);
    String storm = submit("A STORM at sea", null);
    Response refused = server.poll(storm);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("3");
    assertThat(refused.text("/error/code")).isEqualTo("mock_fault");
    assertThat(lastStatus(storm).text("/error/code")).isEqualTo("no_storms");
    String calm = submit("A calm sea", null);
    assertThat(lastStatus(calm).text("/status")).isEqualTo("completed");
  }

  @Test
  void a_matching_scenario_wins_over_header_and_marker_and_the_header_over_the_marker() {
    register(STORM);
    assertThat(statusOf(submit("storm [mock:instant]", "instant"))).isEqualTo("failed");
    assertThat(statusOf(submit("[mock:content-rejected]", "instant"))).isEqualTo("completed");
  }

  @Test
  void the_first_that_matches_wins_and_a_second_registration_keeps_its_place() {
    register("{\"name\":\"a\",\"match\":{},\"outcome\":{\"status\":\"completed\"}}");
    register(STORM);
    assertThat(statusOf(submit("storm", null))).isEqualTo("completed");
    register(
        """
        {"name":"a","match":{"client_business_id":"order-*"}}""");
    assertThat(names(list().path("scenarios"))).containsExactly("a", "storm-fails");
    assertThat(statusOf(submit("storm", null))).isEqualTo("failed");
  }

  @Test
  void one_without_a_match_waits_to_be_asked_for() {
    register("{\"name\":\"asked\",\"outcome\":{\"status\":\"in_progress\"}}");
    assertThat(statusOf(submit("x", null))).isEqualTo("completed");
    assertThat(statusOf(submit("x", "asked"))).isEqualTo("in_progress");
    assertThat(statusOf(submit("x [mock:asked]", null))).isEqualTo("in_progress");
  }

  @Test
  void another_sandbox_does_not_see_it() {
    var stranger = server.as("stranger");
    register(STORM);
    assertThat(stranger.get("/_mock/scenarios").json().path("scenarios")).isEmpty();
    String storm = submit(stranger, "storm", null);
    assertThat(lastStatus(stranger, storm).text("/status")).isEqualTo("completed");
  }

  @Test
  void the_list_has_the_built_in_ones_in_the_form_in_which_one_registers() {
    JsonNode builtIn = list().path("built_in");
    assertThat(names(builtIn))
        .contains(
            "realistic",
            "instant",
            "slow",
            "stuck",
            "content-rejected",
            "policy-rejected",
            "flaky-polls",
            "rate-limited",
            "quota-exhausted",
            "expired-result",
            "missing-result",
            "unknown-status",
            "malformed-json",
            "connection-reset",
            "webhook-storm");
    for (JsonNode scenario : builtIn) {
      assertThat(scenario.path("description").asText()).isNotBlank();
      var renamed = scenario.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
      renamed.put("name", "my-" + scenario.path("name").asText());
      assertThat(register(renamed.toString()).json()).isEqualTo(renamed);
    }
  }

  @Test
  void deletes_one_or_all() {
    register(STORM);
    register("{\"name\":\"b\"}");
    assertThat(delete("/storm-fails").status()).isEqualTo(204);
    assertThat(names(list().path("scenarios"))).containsExactly("b");
    assertThat(delete("/storm-fails").status()).isEqualTo(404);
    assertThat(delete("").status()).isEqualTo(204);
    assertThat(list().path("scenarios")).isEmpty();
  }

  @Test
  void a_sandbox_has_at_most_a_hundred_by_default() {
    for (int i = 0; i < 100; i++) {
      assertThat(register("{\"name\":\"s" + i + "\"}").status()).isEqualTo(200);
    }
    Response refused = register("{\"name\":\"one-more\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message")).contains("100 scenarios already", "--max-scenarios");
    assertThat(register("{\"name\":\"s7\"}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                               | not JSON
          null                                            | it is null
          []                                              | expected an object
          {}                                              | a scenario needs a 'name'
          {"name":"A b"}                                  | expected 1 to 40 lower-case letters, digits and hyphens
          {"name":"instant"}                              | is the name of a built-in scenario
          {"name":"a","outcom":{}}                        | unknown member 'outcom'; known: description, faults, match, name, outcome, timeline (at /outcom)
          {"name":"a","timeline":{"queued":"5s"}}         | expected an ISO 8601 duration such as "PT30S" (at /timeline/queued)
          {"name":"a","timeline":{"running":"PT-5S"}}     | 'running' is PT-5S; expected a duration from PT0S to P365D (at /timeline)
          {"name":"a","outcome":{"status":"lost"}}        | unknown kind 'lost'; possible: completed, failed, in_progress (at /outcome)
          {"name":"a","outcome":{"status":"failed"}}      | missing
          {"name":"a","faults":[{"on":"poll"}]}           | a fault rule needs 'on'
          {"name":"a","faults":[{"on":"lunch","fault":{"kind":"cut_body"}}]}   | expected one of poll, submit, unknown_poll, webhook (at /faults/0/on)
          {"name":"a","faults":[null]}                    | a required member is null (at /faults/0)
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"duplicate"}}]}   | this kind of fault can't strike on 'poll'; possible: refuse
          {"name":"a","faults":[{"on":"poll","nth":[0],"fault":{"kind":"cut_body"}}]} | 'nth' is [0]; expected up to 50 numbers from 1
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"refuse","status":200}}]} | 'status' is 200; expected an error status from 400 to 599
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"refuse","status":429,"headers":{"Content-Length":"1"}}}]} | can't send the header 'Content-Length'
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"refuse","status":400,"code":"a","body":{}}}]} | 'body' is the whole body: leave out 'code', 'type' and 'message'
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"replace_body"}}]} | a required member is missing: 'body'
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"delay"}}]}       | a required member is missing
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"delay","by":null}}]} | a required member is null
          {"name":"a","faults":[{"on":"poll","fault":{"kind":"patch_body","patch":3}}]} | expected an object
          """)
  void a_broken_scenario_is_400_and_says_why(String body, String why) {
    Response refused = register(body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/code")).isEqualTo("invalid_request");
    assertThat(refused.text("/error/message"))
        .startsWith("this is no scenario that can be registered: ")
        .contains(why)
        .doesNotContain("dev.seedance", "com.fasterxml", "\n");
  }

  @Test
  void scenarios_need_a_key() {
    assertThat(server.getWithoutKey("/_mock/scenarios").status()).isEqualTo(401);
  }

  private static Response register(String body) {
    return server.post("/_mock/scenarios", body);
  }

  private static JsonNode list() {
    return server.get("/_mock/scenarios").json();
  }

  private static Response delete(String path) {
    return server.delete("/_mock/scenarios" + path);
  }

  private static String submit(String prompt, @Nullable String scenario) {
    return submit(server, prompt, scenario);
  }

  private static String submit(Calls calls, String prompt, @Nullable String scenario) {
    var request =
        calls
            .keyed(Calls.GENERATIONS)
            .POST(
                BodyPublishers.ofString(
                    "{\"model\":\"seedance-2\",\"prompt\":\"" + prompt + "\"}"));
    if (scenario != null) {
      request.header("X-Mock-Scenario", scenario);
    }
    return calls.send(request).text("/id");
  }

  private static String statusOf(String id) {
    return lastStatus(id).text("/status");
  }

  private static Response lastStatus(String id) {
    return lastStatus(server, id);
  }

  /** Returns the response to the last of more polls than any life has events. */
  private static Response lastStatus(Calls calls, String id) {
    for (int i = 0; i < 8; i++) {
      calls.poll(id);
    }
    return calls.poll(id);
  }

  private static List<String> names(JsonNode scenarios) {
    return StreamSupport.stream(scenarios.spliterator(), false)
        .map(scenario -> scenario.path("name").asText())
        .toList();
  }
}
