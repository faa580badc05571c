package dev.seedance.mock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceHttpTest {

  private static final String FIVE_SECONDS =
      "{\"model\":\"seedance-2\",\"prompt\":\"%s\",\"duration\":5}";

  private static final TestTime TIME = new TestTime();

  @RegisterExtension static final TestServer server = TestServer.with("--balance=1").at(TIME);

  @Test
  void the_balance_falls_by_the_price_of_a_task() {
    server.submit(FIVE_SECONDS.formatted("x"));
    for (String path :
        new String[] {
          "/v1/balance", "/v1/user/balance", "/balance", "/user/balance", "/_mock/balance"
        }) {
      Response response = server.get(path);
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().path("success").booleanValue()).isTrue();
      assertThat(response.json().path("remain_balance").doubleValue()).isEqualTo(0.6);
      assertThat(response.json().path("used_balance").doubleValue()).isEqualTo(0.4);
      assertThat(response.json().path("remain_credits").doubleValue()).isEqualTo(120);
      assertThat(response.json().path("used_credits").doubleValue()).isEqualTo(80);
      assertThat(response.json().path("credits_per_usd").isInt()).isTrue();
      assertThat(response.json().path("credits_per_usd").intValue()).isEqualTo(200);
      assertThat(response.json().path("unlimited_quota").isBoolean()).isTrue();
    }
  }

  @Test
  void a_task_that_the_balance_does_not_cover_is_402_and_not_started() {
    server.submit(FIVE_SECONDS.formatted("x"));
    server.submit(FIVE_SECONDS.formatted("x"));
    Response refused =
        server.submit(
            "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":5,\"client_business_id\":\"b\"}");
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.text("/error/code")).isEqualTo("insufficient_quota");
    assertThat(refused.text("/error/type")).isEqualTo("payment_required");
    assertThat(server.poll("b").status()).isEqualTo(404);
    assertThat(server.get("/v1/balance").json().path("used_balance").doubleValue()).isEqualTo(0.8);
  }

  @Test
  void a_replay_costs_nothing() {
    String body =
        "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":5,\"client_business_id\":\"b\"}";
    server.submit(body);
    assertThat(server.submit(body).header("X-Mock-Replayed")).isEqualTo("true");
    assertThat(server.get("/v1/balance").json().path("used_balance").doubleValue()).isEqualTo(0.4);
  }

  @Test
  void a_failed_task_is_given_back_when_it_fails() {
    server.submit(FIVE_SECONDS.formatted("[mock:content-rejected]"));
    assertThat(server.get("/v1/balance").json().path("used_balance").doubleValue()).isEqualTo(0.4);
    TIME.pass(Duration.ofHours(1));
    assertThat(server.get("/v1/balance").json().path("used_balance").doubleValue()).isZero();
  }

  @Test
  void a_task_that_is_forced_to_fail_is_given_back_too() {
    String id = server.submit(FIVE_SECONDS.formatted("x")).text("/id");
    Response forced =
        server.post(
            "/_mock/tasks/" + id + "/outcome",
            "{\"status\":\"failed\",\"error\":{\"code\":\"c\",\"message\":\"m\"}}");
    assertThat(forced.status()).isEqualTo(200);
    assertThat(server.get("/v1/balance").json().path("used_balance").doubleValue()).isZero();
  }

  @Test
  void several_videos_cost_as_many_times() {
    server.submit(FIVE_SECONDS.formatted("x").replace("}", ",\"count\":2}"));
    assertThat(server.get("/v1/balance").json().path("used_balance").doubleValue()).isEqualTo(0.8);
  }

  @Test
  void the_control_plane_sets_the_balance() {
    assertThat(server.put("/_mock/balance", "{\"remaining\":0.1}").status()).isEqualTo(200);
    assertThat(server.submit(FIVE_SECONDS.formatted("x")).status()).isEqualTo(402);
    Response unlimited = server.put("/_mock/balance", "{\"remaining\":null}");
    assertThat(unlimited.json().path("unlimited_quota").booleanValue()).isTrue();
    assertThat(unlimited.json().path("remain_balance").doubleValue()).isZero();
    for (int i = 0; i < 5; i++) {
      assertThat(server.submit(FIVE_SECONDS.formatted("x")).status()).isEqualTo(200);
    }
  }

  @Test
  void without_a_limit_the_newest_revision_gives_minus_one_as_left() {
    server.put("/_mock/revision", "{\"revision\":\"latest\"}");
    server.put("/_mock/balance", "{\"remaining\":null}");
    Response unlimited = server.get("/balance");
    assertThat(unlimited.json().path("unlimited_quota").booleanValue()).isTrue();
    assertThat(unlimited.json().path("remain_balance").doubleValue()).isEqualTo(-1);
    assertThat(unlimited.json().path("remain_credits").isNumber()).isTrue();
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
    Response response = server.put("/_mock/balance", body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/code")).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                          | the body's field 'remaining' is missing
          {}                          | the body's field 'remaining' is missing
          {"remainin":5}              | the body's field 'remaining' is missing
          {"remaining":5,"unit":"$"}  | unknown field 'unit'; known: [remaining]
          """)
  void a_setting_without_an_amount_is_400_and_changes_nothing(String body, String message) {
    Response response = server.put("/_mock/balance", body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/message")).startsWith(message);
    assertThat(server.get("/_mock/balance").json().path("remain_balance").doubleValue())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/balance", "/v1/user/balance", "/balance", "/user/balance"})
  void no_key_is_401_in_the_envelope(String path) {
    Response response = server.getWithoutKey(path);
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.text("/message")).contains("API key");
    assertThat(response.header("X-Request-Id")).startsWith("req_");
  }
}
