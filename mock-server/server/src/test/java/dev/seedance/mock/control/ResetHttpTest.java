package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.ControlCalls;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResetHttpTest {

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"A lighthouse","callback_url":"http://127.0.0.1:1/hook"}""";

  @Test
  void a_reset_sandbox_is_as_new_and_nothing_of_the_old_one_happens() {
    var options =
        MockOptions.builder()
            .clock(ClockSetting.FROZEN)
            .clockStart(Instant.parse("2026-01-01T00:00:00Z"))
            .build();
    try (var server = MockServer.start(options)) {
      var control = new ControlCalls(new HttpCalls(server.baseUrl()), "key");
      byte[] first = control.calls().submit("key", REQUEST).body();
      control.put("/webhooks", "{\"enabled\":false}");
      control.advance("PT10S");

      assertThat(control.post("/reset", "").status()).isEqualTo(204);
      assertThat(control.get("/clock").text("/now")).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(control.get("/tasks").json().at("/tasks")).isEmpty();
      assertThat(control.get("/webhooks").json().at("/enabled").booleanValue()).isTrue();
      control.advance("P2D");
      assertThat(control.get("/webhooks/deliveries").json().at("/deliveries")).isEmpty();

      control.post("/reset", "");
      assertThat(control.calls().submit("key", REQUEST).body()).isEqualTo(first);
    }
  }
}
