package dev.seedance.mock.testkit;

import static dev.seedance.mock.testkit.Fault.badSignature;
import static dev.seedance.mock.testkit.Fault.connectionReset;
import static dev.seedance.mock.testkit.Fault.cutBody;
import static dev.seedance.mock.testkit.Fault.delay;
import static dev.seedance.mock.testkit.Fault.duplicate;
import static dev.seedance.mock.testkit.Fault.malformedBody;
import static dev.seedance.mock.testkit.Fault.patchBody;
import static dev.seedance.mock.testkit.Fault.replaceBody;
import static dev.seedance.mock.testkit.Fault.respond;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scenarios as the server understands them: each is registered and read back. */
@SeedanceMock(clock = "frozen")
class ScenarioTest {

  @Test
  void a_scenario_says_all_that_its_json_can_say(MockServer mock) {
    var scenario =
        Scenario.named("everything")
            .describedAs("All of it.")
            .whenModel("seedance-2*")
            .whenPrompt("*storm*")
            .whenClientBusinessId("order-?")
            .queuesFor(ofSeconds(10))
            .runsFor(ofMinutes(3))
            .fails("generation_failed", "No storms")
            .onSubmit(
                1, respond(429).code("rate").type("limit").message("Slow.").header("X-A", "b"))
            .onSubmit(connectionReset().nth(2, 3))
            .onPoll(2, respond(503).retryAfter(ofSeconds(3)))
            .onPoll(delay(ofHours(1)).whileStatus("queued"))
            .onPoll(malformedBody().nth(3, 4).whileStatus("in_progress"))
            .onPoll(5, cutBody())
            .onPoll(patchBody(Map.of("a", List.of(1, true))))
            .onPoll(patchBody(Collections.singletonMap("b", null)))
            .onPoll(replaceBody(Map.of("c", "$/id")))
            .onUnknownPoll(respond(400).body(Map.of("message", "gone")).nth(1))
            .onWebhook(1, badSignature())
            .onWebhook(duplicate())
            .onWebhook(2, delay(ofSeconds(1)));
    mock.register(scenario);
    assertThat(mock.scenarios())
        .containsExactly(
            Scenario.of(
                """
                {"name":"everything","description":"All of it.",
                 "match":{"model":"seedance-2*","prompt":"*storm*","client_business_id":"order-?"},
                 "timeline":{"queued":"PT10S","running":"PT3M"},
                 "outcome":{"status":"failed",
                  "error":{"code":"generation_failed","message":"No storms"}},
                 "faults":[
                  {"on":"submit","nth":[1],"fault":{"kind":"refuse","status":429,"code":"rate",
                   "type":"limit","message":"Slow.","headers":{"X-A":"b"}}},
                  {"on":"submit","nth":[2,3],"fault":{"kind":"connection_reset"}},
                  {"on":"poll","nth":[2],"fault":{"kind":"refuse","status":503,
                   "headers":{"Retry-After":"3"}}},
                  {"on":"poll","while_status":"queued","fault":{"kind":"delay","by":"PT1H"}},
                  {"on":"poll","nth":[3,4],"while_status":"in_progress",
                   "fault":{"kind":"malformed_body"}},
                  {"on":"poll","nth":[5],"fault":{"kind":"cut_body"}},
                  {"on":"poll","fault":{"kind":"patch_body","patch":{"a":[1,true]}}},
                  {"on":"poll","fault":{"kind":"patch_body","patch":{"b":null}}},
                  {"on":"poll","fault":{"kind":"replace_body","body":{"c":"$/id"}}},
                  {"on":"unknown_poll","nth":[1],"fault":{"kind":"refuse","status":400,
                   "body":{"message":"gone"}}},
                  {"on":"webhook","nth":[1],"fault":{"kind":"bad_signature"}},
                  {"on":"webhook","fault":{"kind":"duplicate"}},
                  {"on":"webhook","nth":[2],"fault":{"kind":"delay","by":"PT1S"}}]}
                """));
  }

  @Test
  void each_outcome_can_be_said(MockServer mock) {
    mock.register(
        Scenario.named("well").always().completes(),
        Scenario.named("short").completesWithResultFor(ofDays(2)),
        Scenario.named("never").neverEnds());
    assertThat(mock.scenarios())
        .extracting(Scenario::json)
        .satisfiesExactly(
            well -> assertThat(well).contains("\"match\":{}", "\"status\":\"completed\""),
            brief -> assertThat(brief).contains("\"result_lifetime\":\"PT48H\""),
            never -> assertThat(never).contains("\"status\":\"in_progress\""));
  }

  @Test
  void it_happens_as_it_was_said(MockServer mock) {
    mock.register(
        Scenario.named("late")
            .whenPrompt("*storm*")
            .queuesFor(ofSeconds(0))
            .runsFor(ofMinutes(3))
            .onPoll(2, respond(503).retryAfter(ofSeconds(3)))
            .fails("generation_failed", "No storms"));
    var calls = HttpCalls.of(mock);
    String id = calls.submitPrompt("A storm at sea");
    assertThat(calls.poll(id).statusCode()).isEqualTo(200);
    var refused = calls.poll(id);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3");
    mock.clock().advance(ofMinutes(3));
    assertThat(calls.statusOf(id)).isEqualTo("failed");
    assertThat(mock.task(id).errorMessage()).contains("No storms");
    assertThat(mock.task(id).scenario()).isEqualTo("late");
  }

  @Test
  void scenarios_are_replaced_and_forgotten(MockServer mock) {
    mock.register(Scenario.named("a").always(), Scenario.named("b"));
    mock.register(Scenario.named("a").neverEnds());
    assertThat(mock.scenarios()).extracting(Scenario::name).containsExactly("a", "b");
    mock.unregister("a");
    assertThat(mock.scenarios()).extracting(Scenario::name).containsExactly("b");
    assertThatThrownBy(() -> mock.unregister("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("DELETE /_mock/scenarios/a: HTTP 404, ");
    mock.unregisterAll();
    assertThat(mock.scenarios()).isEmpty();
  }

  @Test
  void what_the_server_does_not_take_is_refused_with_its_words(MockServer mock) {
    assertThatThrownBy(() -> mock.register(Scenario.named("No name")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("POST /_mock/scenarios: HTTP 400, ")
        .hasMessageContaining("expected 1 to 40 lower-case letters, digits and hyphens");
    assertThatThrownBy(() -> mock.register(Scenario.named("x").onWebhook(cutBody())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("webhook");
    assertThat(mock.scenarios()).isEmpty();
  }

  @Test
  void a_scenario_is_a_value() {
    var one = Scenario.named("a").always();
    assertThat(one).isEqualTo(Scenario.named("a").always()).isNotEqualTo(Scenario.named("a"));
    assertThat(one).hasSameHashCodeAs(Scenario.of("{\"name\":\"a\",\"match\":{}}"));
    assertThat(one).hasToString("{\"name\":\"a\",\"match\":{}}");
  }
}
