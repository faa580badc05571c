package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebhookHttpTest extends WithReceiver {

  @Test
  void a_completed_task_is_told_once_and_in_the_shape_of_the_contract() {
    String id =
        submit(
                "\"client_business_id\":\"order-1\",\"trace_id\":\"trace-1\",\"return_last_frame\":true")
            .text("/id");
    assertThat(receiver.calls()).isEmpty();
    server.advance("PT1H");

    assertThat(receiver.calls()).hasSize(1);
    JsonNode event = receiver.calls().get(0).json();
    assertThat(event.at("/type").asText()).isEqualTo("generation.completed");
    assertThat(event.at("/id").asText()).matches("evt_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(event.at("/api_version").asText()).isEqualTo("v1");
    JsonNode data = event.at("/data");
    assertThat(data.at("/task_id").asText()).isEqualTo(id);
    assertThat(data.at("/client_business_id").asText()).isEqualTo("order-1");
    assertThat(data.at("/trace_id").asText()).isEqualTo("trace-1");
    assertThat(data.at("/task_type").asText()).isEqualTo("video");
    assertThat(data.at("/model").asText()).isEqualTo("seedance-2");
    assertThat(data.at("/status").asText()).isEqualTo("SUCCESS");
    assertThat(data.at("/progress").asText()).isEqualTo("100%");
    assertThat(data.at("/error").isNull()).isTrue();
    assertThat(data.at("/submitted_at").longValue()).isEqualTo(START.getEpochSecond());

    JsonNode status = server.poll(id).json();
    assertThat(data.at("/result")).isEqualTo(status.at("/result"));
    assertThat(data.at("/finished_at")).isEqualTo(status.at("/completed_at"));
    assertThat(event.at("/created_at")).isEqualTo(status.at("/completed_at"));
  }

  @Test
  void a_failed_task_says_why_and_has_no_result() {
    submit("\"trace_id\":\"t\"", "[mock:content-rejected] A lighthouse");
    server.advance("PT1H");
    JsonNode event = receiver.calls().get(0).json();
    assertThat(event.at("/type").asText()).isEqualTo("generation.failed");
    assertThat(event.at("/data/status").asText()).isEqualTo("FAILURE");
    assertThat(event.at("/data/progress").asText()).isEqualTo("100%");
    assertThat(event.at("/data/result").isNull()).isTrue();
    assertThat(event.at("/data/error/code").asText()).isEqualTo("generation_failed");
    assertThat(event.at("/data").has("client_business_id")).isFalse();
  }

  @Test
  void the_headers_name_and_sign_the_event() {
    submit("");
    server.advance("PT1H");
    var call = receiver.calls().get(0);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.header("User-Agent")).isEqualTo("ToAPIs-Webhook/1.0");
    assertThat(call.header("Content-Type")).isEqualTo("application/json");
    assertThat(call.header("Host")).isEqualTo(receiver.url("").substring("http://".length()));
    assertThat(call.header("X-ToAPIs-Webhook-Id")).isEqualTo(call.json().at("/id").asText());
    assertThat(call.header("X-ToAPIs-Webhook-Signature"))
        .isEqualTo(call.signedWith("whsec_seedance_mock"));
  }

  @Test
  void the_timestamp_is_sandbox_time_if_a_clock_start_was_given() {
    submit("");
    server.advance("PT1H");
    var call = receiver.calls().get(0);
    assertThat(call.header("X-ToAPIs-Webhook-Timestamp"))
        .isEqualTo(call.json().at("/created_at").asText());
  }

  @Test
  void the_timestamp_is_real_time_elsewhere() {
    var time = new TestTime();
    try (var plain = TestServer.with("--clock=frozen").at(time).start()) {
      plain.put("/_mock/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}");
      plain.post("/_mock/webhooks/test", "{\"url\":\"" + receiver.url() + "\"}");
    }
    assertThat(receiver.calls().get(0).header("X-ToAPIs-Webhook-Timestamp"))
        .isEqualTo("" + time.instant().getEpochSecond());
  }

  @Test
  void retries_follow_the_table_then_end() {
    receiver.responding(500, 503, 301, 404, 500, 500, 500, 500, 500);
    submit("", "[mock:instant] x");
    server.advance("P2D");

    JsonNode delivery = server.get("/_mock/webhooks/deliveries").json().at("/deliveries/0");
    assertThat(delivery.at("/status").asText()).isEqualTo("failed");
    assertThat(delivery.at("/attempts").findValuesAsText("at"))
        .containsExactly(
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:10Z",
            "2026-01-01T00:00:40Z",
            "2026-01-01T00:02:40Z",
            "2026-01-01T00:12:40Z",
            "2026-01-01T01:12:40Z",
            "2026-01-01T07:12:40Z",
            "2026-01-02T07:12:40Z");
    assertThat(receiver.calls()).hasSize(8).allMatch(call -> call.path().equals("/hook"));
    assertThat(receiver.calls().stream().map(call -> call.header("X-ToAPIs-Webhook-Id")).distinct())
        .hasSize(1);
    assertThat(receiver.calls().stream().map(Receiver.Call::body).distinct()).hasSize(1);
    assertThat(receiver.calls().get(7).header("X-ToAPIs-Webhook-Timestamp"))
        .isEqualTo("" + Instant.parse("2026-01-02T07:12:40Z").getEpochSecond());
  }

  @Test
  void a_storm_signs_badly_sends_twice_and_comes_late() {
    for (int i = 0; i < 3; i++) {
      submit("", "[mock:webhook-storm] x");
      server.advance("PT1H");
    }
    var sent = receiver.calls();
    assertThat(sent).hasSize(5); // one is badly signed, two come twice, of which the last is late
    assertThat(sent.get(0).header("X-ToAPIs-Webhook-Signature"))
        .isNotEqualTo(sent.get(0).signedWith("whsec_seedance_mock"));
    assertThat(sent.get(2).body()).isEqualTo(sent.get(1).body());
    assertThat(sent.get(4).body()).isEqualTo(sent.get(3).body());
    assertThat(sent.get(3).json().at("/created_at").longValue() + 15)
        .isEqualTo(Long.parseLong(sent.get(3).header("X-ToAPIs-Webhook-Timestamp")));
  }

  @Test
  void a_snapshot_keeps_settings_and_what_is_pending() {
    receiver.responding(500);
    server.put("/_mock/webhooks", "{\"secret\":\"kept\"}");
    submit("", "[mock:instant] x");
    server.advance("PT0S");
    String snapshot = server.get("/_mock/snapshot").json().toString();
    server.post("/_mock/reset", "");
    assertThat(server.put("/_mock/snapshot", snapshot).status()).isLessThan(300);
    server.advance("PT10S");
    assertThat(receiver.calls()).hasSize(2);
    var retry = receiver.calls().get(1);
    assertThat(retry.body()).isEqualTo(receiver.calls().get(0).body());
    assertThat(retry.header("X-ToAPIs-Webhook-Signature")).isEqualTo(retry.signedWith("kept"));
  }

  @Test
  void a_restored_task_still_has_its_webhook() {
    submit("");
    String snapshot = server.get("/_mock/snapshot").json().toString();
    server.post("/_mock/reset", "");
    server.put("/_mock/snapshot", snapshot);
    server.advance("PT1H");
    assertThat(receiver.calls()).hasSize(1);
  }

  @Test
  void nothing_is_sent_again_after_a_2xx() {
    receiver.responding(500, 204);
    submit("", "[mock:instant] x");
    server.advance("P2D");
    assertThat(receiver.calls()).hasSize(2);
    assertThat(server.get("/_mock/webhooks/deliveries").text("/deliveries/0/status"))
        .isEqualTo("delivered");
  }

  @Test
  void a_target_beside_this_machine_is_refused_at_the_attempt() {
    server.submit(
        """
        {"model":"seedance-2","prompt":"[mock:instant] x","callback_url":"http://10.11.12.13/hook"}""");
    server.advance("PT0S");
    JsonNode attempt =
        server.get("/_mock/webhooks/deliveries").json().at("/deliveries/0/attempts/0");
    assertThat(attempt.at("/error").asText())
        .contains("'10.11.12.13'", "--allow-webhook-host 10.11.12.13");
    assertThat(attempt.has("status")).isFalse();
  }

  @Test
  void polls_lead_to_the_webhook_under_an_automatic_clock() throws Exception {
    try (var auto = TestServer.with("--clock=auto").start()) {
      String id = auto.submit(request("", "A lighthouse")).text("/id");
      while (!auto.poll(id).text("/status").equals("completed")) {
        assertThat(receiver.calls()).isEmpty();
      }
      auto.advance("PT0S"); // waits for what is due
      assertThat(receiver.calls()).hasSize(1);
    }
  }

  @Test
  void the_same_calls_send_the_same_bytes_on_another_server() {
    try (var one = TestServer.with(OPTIONS).start();
        var two = TestServer.with(OPTIONS).start()) {
      Stream.of(one, two)
          .forEach(
              twin -> {
                twin.submit(request("", "A lighthouse"));
                twin.advance("PT1H");
              });
      List<Receiver.Call> sent = receiver.calls();
      assertThat(sent).hasSize(2);
      // The result's URL names the server's port, hence the body and what is signed.
      String first = sent.get(0).body().replace("" + one.baseUrl().getPort(), "port");
      assertThat(sent.get(1).body().replace("" + two.baseUrl().getPort(), "port")).isEqualTo(first);
      assertThat(sent.get(1).header("X-ToAPIs-Webhook-Timestamp"))
          .isEqualTo(sent.get(0).header("X-ToAPIs-Webhook-Timestamp"));
    }
  }
}
