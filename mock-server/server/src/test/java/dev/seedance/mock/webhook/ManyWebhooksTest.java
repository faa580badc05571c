package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Calls;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.race.CountingReceiver;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** More tasks end at once than deliveries are kept: nothing vanishes in silence. */
class ManyWebhooksTest {

  private static final int KEPT = 30;
  private static final int TASKS = 170;

  @RegisterExtension
  static final TestServer server =
      TestServer.with(
          "--clock=frozen",
          "--clock-start=2026-06-07T08:09:10Z",
          "--max-deliveries=" + KEPT,
          "--max-sandboxes=9");

  @Test
  void a_receiver_that_takes_them_gets_all() throws IOException {
    try (var receiver = new CountingReceiver(false)) {
      List<String> tasks = submit(server, receiver.url());
      assertThat(server.advance("PT5M").json().has("notice")).isFalse();
      assertThat(tasks).allSatisfy(task -> assertThat(receiver.eventsOf(task)).hasSize(1));
      assertThat(log(server).path("dropped").asLong()).isZero();
      assertThat(log(server).path("deliveries")).hasSize(KEPT);
    }
  }

  @Test
  void those_that_wait_for_a_retry_make_room_and_are_counted() {
    submit(server, "http://127.0.0.1:1/nobody");
    String notice =
        "%d webhook deliveries were dropped before they were finished, because more than %d waited or memory was short; raise --max-deliveries or --max-memory."
            .formatted(TASKS - KEPT, KEPT);
    assertThat(server.advance("PT61S").text("/notice")).isEqualTo(notice);
    assertThat(server.get("/_mock/clock").text("/notice")).isEqualTo(notice);
    assertThat(log(server).path("dropped").asLong()).isEqualTo(TASKS - KEPT);
    assertThat(log(server).path("deliveries")).hasSize(KEPT);
    server.post("/_mock/reset", "");
    assertThat(server.get("/_mock/clock").json().has("notice")).isFalse();
  }

  @Test
  void finished_ones_go_first() throws IOException {
    submit(server, "http://127.0.0.1:1/nobody", 20);
    server.advance("PT61S");
    try (var receiver = new CountingReceiver(false)) {
      List<String> taken = submit(server, receiver.url(), 60);
      server.advance("PT60S");
      assertThat(taken).allSatisfy(task -> assertThat(receiver.eventsOf(task)).hasSize(1));
    }
    JsonNode log = log(server);
    assertThat(log.path("deliveries")).hasSize(KEPT);
    assertThat(log.path("deliveries"))
        .filteredOn(delivery -> delivery.path("status").asText().equals("pending"))
        .hasSize(20);
    assertThat(log.path("dropped").asLong()).isZero();
  }

  private static JsonNode log(Calls calls) {
    return calls.get("/_mock/webhooks/deliveries").json();
  }

  private static List<String> submit(Calls calls, String url) {
    return submit(calls, url, TASKS);
  }

  /** Submits tasks that all end a minute later. */
  private static List<String> submit(Calls calls, String url, int tasks) {
    calls.post(
        "/_mock/scenarios",
        "{\"name\":\"minute\",\"match\":{},\"timeline\":{\"queued\":\"PT0S\",\"running\":\"PT1M\"}}");
    String body = "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\"" + url + "\"}";
    return IntStream.range(0, tasks).mapToObj(i -> calls.submit(body).text("/id")).toList();
  }
}
