package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import org.junit.jupiter.api.Test;

class ResetHttpTest {

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"A lighthouse","callback_url":"http://127.0.0.1:1/hook"}""";

  @Test
  void a_reset_sandbox_is_as_new_and_nothing_of_the_old_one_happens() {
    try (var server =
        TestServer.with("--clock=frozen", "--clock-start=2026-01-01T00:00:00Z").start()) {
      byte[] first = server.submit(REQUEST).body();
      server.put("/_mock/webhooks", "{\"enabled\":false}");
      server.advance("PT10S");

      assertThat(server.post("/_mock/reset", "").status()).isEqualTo(204);
      assertThat(server.get("/_mock/clock").text("/now")).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(server.get("/_mock/tasks").json().at("/tasks")).isEmpty();
      assertThat(server.get("/_mock/webhooks").json().at("/enabled").booleanValue()).isTrue();
      server.advance("P2D");
      assertThat(server.get("/_mock/webhooks/deliveries").json().at("/deliveries")).isEmpty();

      server.post("/_mock/reset", "");
      assertThat(server.submit(REQUEST).body()).isEqualTo(first);
    }
  }
}
