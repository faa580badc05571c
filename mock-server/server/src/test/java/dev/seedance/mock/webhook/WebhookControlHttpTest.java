package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookControlHttpTest extends WithReceiver {

  @Test
  void two_secrets_sign_for_a_day_after_a_rotation() {
    String secret = server.post("/_mock/webhooks/rotate-secret", "").text("/secret");
    assertThat(secret).startsWith("whsec_");
    assertThat(server.get("/_mock/webhooks").text("/previous_secret_until"))
        .isEqualTo("2026-01-02T00:00:00Z");
    submit("", "[mock:instant] x");
    server.advance("PT0S");
    var call = receiver.calls().get(0);
    assertThat(call.header("X-ToAPIs-Webhook-Signature"))
        .isEqualTo(call.signedWith(secret) + "," + call.signedWith("whsec_seedance_mock"));

    server.advance("PT24H");
    submit("", "[mock:instant] y");
    server.advance("PT0S");
    var later = receiver.calls().get(1);
    assertThat(later.header("X-ToAPIs-Webhook-Signature")).isEqualTo(later.signedWith(secret));
  }

  @Test
  void a_secret_is_never_shown() {
    receiver.responding("you said whsec_very_private");
    server.put("/_mock/webhooks", "{\"secret\":\"whsec_very_private\"}");
    server.post("/_mock/webhooks/rotate-secret", "{\"secret\":\"whsec_even_more\"}");
    server.post("/_mock/webhooks/test", "{\"url\":\"" + receiver.url("/hook?token=hidden") + "\"}");
    Stream.of("/_mock/webhooks", "/_mock/webhooks/deliveries")
        .map(server::get)
        .map(response -> response.json().toString())
        .forEach(shown -> assertThat(shown).doesNotContain("whsec_very", "whsec_even", "=hidden"));
    assertThat(server.get("/_mock/webhooks/deliveries").text("/deliveries/0/attempts/0/response"))
        .isEqualTo("you said [secret]");
    assertThat(receiver.calls().get(0).path()).isEqualTo("/hook?token=hidden");
  }

  @Test
  void a_test_event_belongs_to_no_task() {
    var response = server.post("/_mock/webhooks/test", "{\"url\":\"" + receiver.url() + "\"}");
    assertThat(response.text("/status")).isEqualTo("delivered");
    JsonNode event = receiver.calls().get(0).json();
    assertThat(event.at("/type").asText()).isEqualTo("endpoint.test");
    assertThat(event.at("/data").toString())
        .isEqualTo(
            "{\"task_id\":\"endpoint_test\",\"task_type\":\"image\",\"status\":\"SUCCESS\",\"progress\":\"100%\","
                + "\"result\":{\"message\":\"This is a test delivery.\"},\"error\":null,\"submitted_at\":0,\"finished_at\":0}");
  }

  @Test
  void a_delivery_can_be_sent_again_with_the_same_event() {
    submit("", "[mock:instant] x");
    server.advance("PT0S");
    String id = receiver.calls().get(0).json().at("/id").asText();
    var again = server.post("/_mock/webhooks/deliveries/" + id + "/redeliver", "");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/attempts")).hasSize(2);
    assertThat(again.json().at("/attempts/1/planned").booleanValue()).isFalse();
    assertThat(receiver.calls()).hasSize(2);
    assertThat(receiver.calls().get(1).body()).isEqualTo(receiver.calls().get(0).body());
  }

  @Test
  void a_failed_redelivery_leaves_the_plan_and_a_taken_one_ends_it() {
    receiver.responding(500, 500);
    submit("", "[mock:instant] x");
    server.advance("PT0S");
    String id = receiver.calls().get(0).json().at("/id").asText();
    String redeliver = "/_mock/webhooks/deliveries/" + id + "/redeliver";
    assertThat(server.post(redeliver, "").text("/next_attempt_at"))
        .isEqualTo("2026-01-01T00:00:10Z");
    assertThat(server.post(redeliver, "").text("/status")).isEqualTo("delivered");
    server.advance("P2D");
    assertThat(receiver.calls()).hasSize(3);
  }

  @Test
  void an_unknown_delivery_is_404() {
    assertThat(server.post("/_mock/webhooks/deliveries/evt_x/redeliver", "").status())
        .isEqualTo(404);
  }

  @Test
  void a_callback_url_is_refused_if_webhooks_are_switched_off() {
    server.put("/_mock/webhooks", "{\"enabled\":false}");
    var response = submit("");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/code")).isEqualTo("webhook_not_configured");
    assertThat(response.text("/error/type")).isEqualTo("invalid_request_error");
    assertThat(response.text("/error/param")).isEqualTo("callback_url");
  }

  @Test
  void tasks_without_a_callback_url_go_to_the_default_url() {
    server.submit("{\"model\":\"seedance-2\",\"prompt\":\"before\"}");
    server.put("/_mock/webhooks", "{\"default_url\":\"" + receiver.url("/default") + "\"}");
    server.submit("{\"model\":\"seedance-2\",\"prompt\":\"after\"}");
    server.advance("PT1H");
    assertThat(receiver.calls())
        .extracting(Receiver.Call::path)
        .containsExactly("/default", "/default");
  }

  @Test
  void deliveries_can_be_asked_for_by_task() {
    String id = submit("", "[mock:instant] x").text("/id");
    submit("", "[mock:instant] y");
    server.advance("PT0S");
    assertThat(server.get("/_mock/webhooks/deliveries").json().at("/deliveries")).hasSize(2);
    assertThat(server.get("/_mock/webhooks/deliveries?task_id=" + id).json().at("/deliveries"))
        .hasSize(1);
  }

  @Test
  void a_test_event_goes_to_the_default_url_or_has_none() {
    assertThat(server.post("/_mock/webhooks/test", "").text("/error/param")).isEqualTo("url");
    server.put("/_mock/webhooks", "{\"default_url\":\"" + receiver.url() + "\"}");
    assertThat(server.post("/_mock/webhooks/test", "").text("/status")).isEqualTo("delivered");
    server.put("/_mock/webhooks", "{\"default_url\":\"\"}");
    assertThat(server.post("/_mock/webhooks/test", "{}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"secret\":\"\"}",
        "{\"secret\":\" \"}",
        "{\"secret\":5,\"enabled\":\"perhaps\"}",
        "{\"default_url\":\"ftp://127.0.0.1/\"}",
        "{\"default_url\":\"http://user:pass@127.0.0.1/\"}",
        "{\"url\":\"http://127.0.0.1/\"}",
        "{\"secret\": whsec_unquoted}"
      })
  void wrong_settings_are_refused_without_repeating_the_body(String body) {
    var response = server.put("/_mock/webhooks", body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/message")).isNotBlank().doesNotContain("whsec_", "user:pass");
  }
}
