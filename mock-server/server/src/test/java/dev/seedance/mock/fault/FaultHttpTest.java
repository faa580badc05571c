package dev.seedance.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.Calls;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.net.SocketException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The faults of the built-in scenarios, as a client sees them. */
class FaultHttpTest {

  @RegisterExtension static final TestServer server = TestServer.with("--clock=auto");

  @Test
  void policy_rejected_is_422_and_makes_no_task() {
    Response refused = submit("policy-rejected");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/error/code")).isEqualTo("content_policy_violation");
    assertThat(refused.text("/error/type")).isEqualTo("invalid_request_error");
    assertThat(refused.header("Content-Type")).startsWith("application/json");
    assertThat(refused.header("X-Request-Id")).startsWith("req_");
    assertThat(server.poll("order-policy-rejected").status()).isEqualTo(404);
  }

  @Test
  void quota_exhausted_is_402() {
    Response refused = submit("quota-exhausted");
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.text("/error/code")).isEqualTo("insufficient_quota");
  }

  @Test
  void flaky_polls_are_429_and_503_with_retry_after_and_then_go_on() {
    String id = submit("flaky-polls").text("/id");
    assertThat(IntStream.range(0, 4).map(i -> server.poll(id).status()))
        .containsExactly(200, 429, 503, 200);
    String other =
        server.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:flaky-polls]\"}").text("/id");
    server.poll(other);
    Response refused = server.poll(other);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.text("/error/code")).isEqualTo("rate_limit_exceeded");
  }

  @Test
  void rate_limited_refuses_two_submits_and_two_polls() {
    assertThat(submit("rate-limited").status()).isEqualTo(429);
    assertThat(submit("rate-limited").header("X-RateLimit-Category")).isEqualTo("async_submit");
    String id = submit("rate-limited").text("/id");
    assertThat(IntStream.range(0, 3).map(i -> server.poll(id).status()))
        .containsExactly(429, 429, 200);
  }

  @Test
  void a_429_has_all_headers_of_one() {
    assertLimits(submit("rate-limited"), "300", "async_submit");
    submit("rate-limited");
    String id = submit("rate-limited").text("/id");
    assertLimits(server.poll(id), "3000", "async_query");
  }

  @Test
  void limits_that_a_scenario_names_stay() {
    server.post(
        "/_mock/scenarios",
        """
                    {"name":"odd","faults":[{"on":"submit","fault":{"kind":"refuse","status":429,
                      "headers":{"retry-after":"60","x-ratelimit-remaining":"-1"}}}]}""");
    Response refused = submit("odd");
    assertThat(refused.headers("Retry-After")).containsExactly("60");
    assertThat(refused.headers("X-RateLimit-Remaining")).containsExactly("-1");
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(secondsAfterNow(60));
  }

  private static void assertLimits(Response refused, String limit, String category) {
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo(limit);
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("X-RateLimit-Category")).isEqualTo(category);
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(secondsAfterNow(1));
    assertThat(refused.header("Retry-After")).isEqualTo("1");
  }

  /** Returns Unix seconds, rounded up; the automatic clock stands still between polls. */
  private static String secondsAfterNow(int seconds) {
    Instant now = Instant.parse(server.get("/_mock/clock").text("/now"));
    return String.valueOf(now.plusSeconds(seconds + 1).minusNanos(1).getEpochSecond());
  }

  @Test
  void an_expired_result_is_410() {
    String id = submit("expired-result").text("/id");
    Response completed = pollUntil(id, "completed");
    assertThat(completed.json().path("expires_at"))
        .isEqualTo(completed.json().path("completed_at"));
    assertThat(server.getWithoutKey(completed.text("/result/data/0/url")).status()).isEqualTo(410);
  }

  @Test
  void a_missing_result_is_completed_without_one() {
    String id = submit("missing-result").text("/id");
    Response completed = pollUntil(id, "completed");
    assertThat(completed.json().has("result")).isFalse();
    assertThat(completed.json().has("completed_at")).isTrue();
  }

  @Test
  void an_unknown_status_comes_before_the_end() {
    String id = submit("unknown-status").text("/id");
    assertThat(server.poll(id).text("/status")).isEqualTo("reviewing");
    assertThat(pollUntil(id, "completed").text("/result/type")).isEqualTo("video");
  }

  @Test
  void malformed_json_is_a_whole_response_with_half_a_document() {
    String id = submit("malformed-json").text("/id");
    server.poll(id);
    Response malformed = server.poll(id);
    assertThat(malformed.status()).isEqualTo(200);
    assertThat(malformed.header("Content-Type")).startsWith("application/json");
    assertThatThrownBy(() -> new ObjectMapper().readTree(malformed.body()))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(server.poll(id).status()).isEqualTo(200);
  }

  @Test
  void a_stuck_task_never_ends_and_the_automatic_clock_stands_still() {
    String id = submit("stuck").text("/id");
    IntStream.range(0, 10).forEach(i -> server.poll(id));
    Response stuck = server.poll(id);
    assertThat(stuck.text("/status")).isEqualTo("in_progress");
    assertThat(stuck.json().path("progress").intValue()).isEqualTo(99);
    String later =
        server
            .submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}")
            .json()
            .path("created_at")
            .asText();
    assertThat(Long.parseLong(later) - stuck.json().path("created_at").longValue())
        .isBetween(1L, 600L);
  }

  @Test
  void a_connection_reset_is_a_tcp_reset_of_the_asking_connection_alone() throws IOException {
    String id = submit("connection-reset").text("/id");
    String poll = rawPoll(id);
    String elsewhere = rawPoll("unknown");
    try (var asking = RawConnection.to(server.baseUrl());
        var bystander = RawConnection.to(server.baseUrl())) {
      assertThat(bystander.exchange(elsewhere)).startsWith("HTTP/1.1 404");
      assertThat(asking.exchange(poll)).startsWith("HTTP/1.1 200");
      assertThatThrownBy(() -> asking.exchange(poll))
          .isInstanceOf(SocketException.class)
          .hasMessage("Connection reset");
      assertThat(bystander.exchange(elsewhere)).startsWith("HTTP/1.1 404");
    }
    assertThat(server.poll(id).status()).isEqualTo(200);
  }

  @Test
  void a_cut_body_is_shorter_than_it_says() {
    String id = submit("cut-body").text("/id");
    server.poll(id);
    assertThatThrownBy(() -> server.poll(id)).hasRootCauseInstanceOf(IOException.class);
    assertThat(server.poll(id).status()).isEqualTo(200);
  }

  @Test
  void a_lost_submit_has_made_its_task() {
    assertThatThrownBy(() -> submit("lost-submit")).hasCauseInstanceOf(IOException.class);
    Response again = submit("lost-submit");
    assertThat(again.header("X-Mock-Replayed")).isEqualTo("true");
  }

  private static Response submit(String scenario) {
    return server.submit(
        """
        {"model":"seedance-2","prompt":"[mock:%1$s] A lighthouse","client_business_id":"order-%1$s"}
        """
            .formatted(scenario));
  }

  private static String rawPoll(String id) {
    return "GET %s/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(Calls.GENERATIONS, id, server.key());
  }

  private static Response pollUntil(String id, String status) {
    return IntStream.range(0, 10)
        .mapToObj(i -> server.poll(id))
        .filter(response -> response.text("/status").equals(status))
        .findFirst()
        .orElseThrow();
  }
}
