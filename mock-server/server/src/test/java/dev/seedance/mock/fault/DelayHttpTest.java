package dev.seedance.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A delayed response waits for the sandbox's time, whatever the clock. */
class DelayHttpTest {

  private static final String LATE =
      """
      {"name": "late", "match": {}, "timeline": {"queued": "PT0S", "running": "PT0S"},
       "faults": [{"on": "poll", "fault": {"kind": "delay", "by": "PT1H"}}]}
      """;

  @RegisterExtension
  static final TestServer server = TestServer.with("--scenario=instant", "--clock=auto");

  @BeforeEach
  void register() {
    assertThat(server.post("/_mock/scenarios", LATE).status()).isEqualTo(200);
  }

  @Test
  void an_automatic_clock_advances_and_the_response_comes_at_once() {
    Instant before = now();
    assertThat(server.poll(submit()).text("/status")).isEqualTo("completed");
    assertThat(now()).isEqualTo(before.plus(Duration.ofHours(1)));
  }

  @Test
  @Timeout(30)
  void a_frozen_clock_holds_the_response_until_it_is_advanced() {
    setClock("{\"mode\":\"frozen\"}");
    String id = submit();
    var response = CompletableFuture.supplyAsync(() -> server.poll(id));
    while (server.get("/_mock/clock").json().path("next_event_at").isNull()) {
      Thread.onSpinWait(); // until the poll has arrived
    }
    server.advance("PT59M");
    assertThat(response).isNotDone();
    assertThat(server.as("bystander").poll("x").status()).isEqualTo(404);
    server.advance("PT1M");
    assertThat(response.join().text("/status")).isEqualTo("completed");
  }

  @Test
  void a_scaled_clock_flows_on_until_the_response_is_due() {
    setClock("{\"mode\":\"scaled\",\"scale\":100000}");
    assertThat(server.poll(submit()).text("/status")).isEqualTo("completed");
  }

  private static Instant now() {
    return Instant.parse(server.get("/_mock/clock").text("/now"));
  }

  private static void setClock(String setting) {
    assertThat(server.put("/_mock/clock", setting).status()).isEqualTo(200);
  }

  private static String submit() {
    return server.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}").text("/id");
  }
}
