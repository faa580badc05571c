package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.mock.Response;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace of a submit goes on in its webhooks. */
class TraceHttpTest extends WithReceiver {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
  private static final String CHILD = "00-" + TRACE + "-(?!0{16}|b7ad6b7169203331)[0-9a-f]{16}-01";

  @Test
  void each_attempt_is_a_span_of_the_same_trace() {
    receiver.responding(500);
    String id = submitIn(List.of(PARENT), List.of("a=1", "b=2")).text("/id");
    server.advance("PT1H");
    assertThat(receiver.calls()).hasSize(2);
    assertThat(receiver.calls())
        .extracting(call -> call.header("traceparent"))
        .allMatch(parent -> parent.matches(CHILD))
        .doesNotHaveDuplicates();
    assertThat(receiver.calls())
        .extracting(call -> call.header("tracestate"))
        .containsOnly("a=1,b=2");
    JsonNode trace = server.get("/_mock/tasks/" + id).json().path("trace");
    assertThat(trace.path("parent").asText()).isEqualTo(PARENT);
    assertThat(trace.path("state").asText()).isEqualTo("a=1,b=2");
    assertThat(server.get("/_mock/webhooks/deliveries").text())
        .contains(receiver.calls().get(1).header("traceparent"));
  }

  @Test
  void a_snapshot_keeps_the_trace_and_the_same_calls_give_the_same_spans() {
    submitIn(List.of(PARENT), List.of());
    byte[] snapshot = server.get("/_mock/snapshot").body();
    server.advance("PT1H");
    server.post("/_mock/reset", "");
    assertThat(server.put("/_mock/snapshot", snapshot).status()).isEqualTo(204);
    server.advance("PT1H");
    assertThat(receiver.calls()).hasSize(2);
    assertThat(receiver.calls().get(0).header("traceparent"))
        .matches(CHILD)
        .isEqualTo(receiver.calls().get(1).header("traceparent"));
    assertThat(receiver.calls().get(0).headers()).doesNotContainKey("Tracestate");
  }

  @ParameterizedTest
  @CsvSource({
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00, 00",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff, 03",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, 01",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-may-come, 01"
  })
  void flags_that_are_known_are_kept_and_a_later_version_is_understood(
      String parent, String flags) {
    submitIn(List.of(parent), List.of());
    server.advance("PT1H");
    assertThat(receiver.calls()).hasSize(1);
    assertThat(receiver.calls().get(0).header("traceparent"))
        .matches("00-" + TRACE + "-[0-9a-f]{16}-" + flags);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more"
      })
  void what_is_no_trace_is_ignored(String parent) {
    String id = submitIn(List.of(parent), List.of("a=1")).text("/id");
    server.advance("PT1H");
    assertThat(receiver.calls()).hasSize(1);
    assertThat(receiver.calls().get(0).headers()).doesNotContainKeys("Traceparent", "Tracestate");
    assertThat(server.get("/_mock/tasks/" + id).json().has("trace")).isFalse();
  }

  @Test
  void two_parents_are_none_and_a_state_that_is_too_long_is_left_out() {
    submitIn(List.of(PARENT, PARENT), List.of());
    submitIn(List.of(PARENT), List.of("a=" + "x".repeat(511)));
    server.advance("PT1H");
    assertThat(receiver.calls()).hasSize(2);
    assertThat(receiver.calls())
        .filteredOn(call -> call.headers().containsKey("Traceparent"))
        .hasSize(1);
    assertThat(receiver.calls()).noneMatch(call -> call.headers().containsKey("Tracestate"));
  }

  private Response submitIn(List<String> parents, List<String> states) {
    var request =
        server
            .keyed("/v1/videos/generations")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request("", "A lighthouse")));
    parents.forEach(parent -> request.header("traceparent", parent));
    states.forEach(state -> request.header("tracestate", state));
    return server.send(request);
  }
}
