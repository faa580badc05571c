package dev.seedance.mock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.options.MockOptions;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceHttpTest {

  private static final String FIVE_SECONDS =
      "{\"model\":\"seedance-2\",\"prompt\":\"%s\",\"duration\":5}";

  private static final TestTime TIME = new TestTime();

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    server = MockServer.start(MockOptions.builder().balance(new BigDecimal("1")).build(), TIME);
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_balance_falls_by_the_price_of_a_task() {
    calls.submit("falls", FIVE_SECONDS.formatted("x"));
    for (String path : new String[] {"/v1/balance", "/v1/user/balance", "/_mock/balance"}) {
      Answer answer = get("falls", path);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("success").booleanValue()).isTrue();
      assertThat(answer.json().path("remain_balance").doubleValue()).isEqualTo(0.6);
      assertThat(answer.json().path("used_balance").doubleValue()).isEqualTo(0.4);
      assertThat(answer.json().path("remain_credits").doubleValue()).isEqualTo(120);
      assertThat(answer.json().path("used_credits").doubleValue()).isEqualTo(80);
      assertThat(answer.json().path("credits_per_usd").isInt()).isTrue();
      assertThat(answer.json().path("credits_per_usd").intValue()).isEqualTo(200);
      assertThat(answer.json().path("unlimited_quota").isBoolean()).isTrue();
    }
  }

  @Test
  void a_task_that_the_balance_does_not_cover_is_402_and_not_started() {
    calls.submit("poor", FIVE_SECONDS.formatted("x"));
    calls.submit("poor", FIVE_SECONDS.formatted("x"));
    Answer refused =
        calls.submit(
            "poor",
            "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":5,\"client_business_id\":\"b\"}");
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.text("/error/code")).isEqualTo("insufficient_quota");
    assertThat(refused.text("/error/type")).isEqualTo("payment_required");
    assertThat(calls.poll("poor", "b").status()).isEqualTo(404);
    assertThat(get("poor", "/v1/balance").json().path("used_balance").doubleValue()).isEqualTo(0.8);
  }

  @Test
  void a_replay_costs_nothing() {
    String body =
        "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":5,\"client_business_id\":\"b\"}";
    calls.submit("replay", body);
    assertThat(calls.submit("replay", body).header("X-Mock-Replayed")).isEqualTo("true");
    assertThat(get("replay", "/v1/balance").json().path("used_balance").doubleValue())
        .isEqualTo(0.4);
  }

  @Test
  void a_failed_task_is_given_back_when_it_fails() {
    calls.submit("back", FIVE_SECONDS.formatted("[mock:content-rejected]"));
    assertThat(get("back", "/v1/balance").json().path("used_balance").doubleValue()).isEqualTo(0.4);
    TIME.pass(Duration.ofHours(1));
    assertThat(get("back", "/v1/balance").json().path("used_balance").doubleValue()).isZero();
  }

  @Test
  void a_task_that_is_forced_to_fail_is_given_back_too() {
    String id = calls.submit("forced", FIVE_SECONDS.formatted("x")).text("/id");
    Answer forced =
        calls.send(
            calls
                .request("/_mock/tasks/" + id + "/outcome")
                .header("Authorization", "Bearer forced")
                .POST(
                    BodyPublishers.ofString(
                        "{\"status\":\"failed\",\"error\":{\"code\":\"c\",\"message\":\"m\"}}")));
    assertThat(forced.status()).isEqualTo(200);
    assertThat(get("forced", "/v1/balance").json().path("used_balance").doubleValue()).isZero();
  }

  @Test
  void several_videos_cost_as_many_times() {
    calls.submit("many", FIVE_SECONDS.formatted("x").replace("}", ",\"count\":2}"));
    assertThat(get("many", "/v1/balance").json().path("used_balance").doubleValue()).isEqualTo(0.8);
  }

  @Test
  void the_control_plane_sets_the_balance() {
    assertThat(put("set", "{\"remaining\":0.1}").status()).isEqualTo(200);
    assertThat(calls.submit("set", FIVE_SECONDS.formatted("x")).status()).isEqualTo(402);
    Answer unlimited = put("set", "{\"remaining\":null}");
    assertThat(unlimited.json().path("unlimited_quota").booleanValue()).isTrue();
    assertThat(unlimited.json().path("remain_balance").doubleValue()).isZero();
    for (int i = 0; i < 5; i++) {
      assertThat(calls.submit("set", FIVE_SECONDS.formatted("x")).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"remaining\":-1}",
        "{\"remaining\":1e10}",
        "{\"remaining\":1e999999999}",
        "{\"remaining\":\"x\"}",
        "{",
        ""
      })
  void a_broken_setting_is_400(String body) {
    Answer answer = put("broken", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/code")).isEqualTo("invalid_request");
  }

  @Test
  void no_key_is_401_in_the_envelope() {
    Answer answer = calls.send(calls.request("/v1/balance"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("/message")).contains("API key");
    assertThat(answer.header("X-Request-Id")).startsWith("req_");
  }

  private static Answer get(String key, String path) {
    return calls.send(calls.request(path).header("Authorization", "Bearer " + key));
  }

  private static Answer put(String key, String body) {
    return calls.send(
        calls
            .request("/_mock/balance")
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }
}
