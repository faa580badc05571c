package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole story in two calls and no waiting: submit, complete, webhook with three retries. */
class StoryTest {

  @RegisterExtension static final TestServer server = TestServer.with("--clock=frozen");

  @Test
  void a_task_completes_and_its_webhook_is_taken_at_the_third_retry() {
    try (var receiver = new Receiver().responding(500, 503, 429)) {
      String id =
          server
              .submit(
                  """
                  {"model":"seedance-2","prompt":"A lighthouse","callback_url":"%s"}"""
                      .formatted(receiver.url()))
              .text("/id");
      server.advance("PT1H");
      assertThat(server.poll(id).text("/status")).isEqualTo("completed");
      assertThat(receiver.calls()).hasSize(4);
      assertThat(server.get("/_mock/webhooks/deliveries").text("/deliveries/0/status"))
          .isEqualTo("delivered");
    }
  }

  @Test
  void the_webhook_tells_the_billing_of_the_status_call() {
    server.put("/_mock/revision", "{\"revision\":\"latest\"}");
    try (var receiver = new Receiver()) {
      String id =
          server
              .submit(
                  """
                  {"model":"seedance-2","prompt":"A lighthouse","duration":5,"callback_url":"%s"}"""
                      .formatted(receiver.url()))
              .text("/id");
      server.advance("PT1H");
      assertThat(server.poll(id).json().path("billing").toString())
          .isEqualTo("{\"status\":\"settled\",\"credits\":\"80\",\"cost_usd\":\"0.4\"}");
      assertThat(receiver.calls()).hasSize(1);
      assertThat(receiver.calls().get(0).json().at("/data/billing"))
          .isEqualTo(server.poll(id).json().path("billing"));
    }
  }
}
