package dev.seedance.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each built-in scenario does, as a client sees it. */
class FaultHttpTest {

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    server = MockServer.start(MockOptions.builder().clock(ClockSetting.AUTO).build());
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void policy_rejected_is_422_and_makes_no_task() {
    Answer refused = submit("policy-rejected");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/error/code")).isEqualTo("content_policy_violation");
    assertThat(refused.text("/error/type")).isEqualTo("invalid_request_error");
    assertThat(refused.header("Content-Type")).startsWith("application/json");
    assertThat(refused.header("X-Request-Id")).startsWith("req_");
    assertThat(calls.poll("policy-rejected", "order-policy-rejected").status()).isEqualTo(404);
  }

  @Test
  void quota_exhausted_is_402() {
    Answer refused = submit("quota-exhausted");
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.text("/error/code")).isEqualTo("insufficient_quota");
  }

  @Test
  void flaky_polls_are_429_and_503_with_retry_after_and_then_go_on() {
    String id = submit("flaky-polls").text("/id");
    assertThat(IntStream.range(0, 4).map(i -> poll("flaky-polls", id).status()))
        .containsExactly(200, 429, 503, 200);
    String other =
        calls
            .submit("flaky-polls", "{\"model\":\"seedance-2\",\"prompt\":\"[mock:flaky-polls]\"}")
            .text("/id");
    poll("flaky-polls", other);
    Answer refused = poll("flaky-polls", other);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.text("/error/code")).isEqualTo("rate_limit_exceeded");
  }

  @Test
  void rate_limited_refuses_two_submits_and_two_polls() {
    assertThat(submit("rate-limited").status()).isEqualTo(429);
    assertThat(submit("rate-limited").header("X-RateLimit-Category")).isEqualTo("async_submit");
    String id = submit("rate-limited").text("/id");
    assertThat(IntStream.range(0, 3).map(i -> poll("rate-limited", id).status()))
        .containsExactly(429, 429, 200);
  }

  @Test
  void a_429_has_all_headers_of_one() {
    assertLimits(submit("rate-limited", "limits"), "300", "async_submit");
    submit("rate-limited", "limits");
    String id = submit("rate-limited", "limits").text("/id");
    assertLimits(poll("limits", id), "3000", "async_query");
  }

  @Test
  void what_a_scenario_says_about_limits_stays() {
    calls.send(
        calls
            .request("/_mock/scenarios")
            .header("Authorization", "Bearer odd")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"name":"odd","faults":[{"on":"submit","fault":{"kind":"refuse","status":429,
                      "headers":{"retry-after":"60","x-ratelimit-remaining":"-1"}}}]}""")));
    Answer refused = submit("odd", "odd");
    assertThat(refused.response().headers().allValues("Retry-After")).containsExactly("60");
    assertThat(refused.response().headers().allValues("X-RateLimit-Remaining"))
        .containsExactly("-1");
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(secondsAfterNow("odd", 60));
  }

  private static void assertLimits(Answer refused, String limit, String category) {
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo(limit);
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("X-RateLimit-Category")).isEqualTo(category);
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(secondsAfterNow("limits", 1));
    assertThat(refused.header("Retry-After")).isEqualTo("1");
  }

  /** In Unix seconds, rounded up; the automatic clock stands still between polls. */
  private static String secondsAfterNow(String key, int seconds) {
    Instant now =
        Instant.parse(
            calls
                .send(calls.request("/_mock/clock").header("Authorization", "Bearer " + key))
                .text("/now"));
    return String.valueOf(now.plusSeconds(seconds + 1).minusNanos(1).getEpochSecond());
  }

  @Test
  void an_expired_result_is_410() {
    String id = submit("expired-result").text("/id");
    Answer completed = pollUntil("expired-result", id, "completed");
    assertThat(completed.json().path("expires_at"))
        .isEqualTo(completed.json().path("completed_at"));
    assertThat(calls.send(calls.request(completed.text("/result/data/0/url"))).status())
        .isEqualTo(410);
  }

  @Test
  void a_missing_result_is_completed_without_one() {
    String id = submit("missing-result").text("/id");
    Answer completed = pollUntil("missing-result", id, "completed");
    assertThat(completed.json().has("result")).isFalse();
    assertThat(completed.json().has("completed_at")).isTrue();
  }

  @Test
  void an_unknown_status_comes_before_the_end() {
    String id = submit("unknown-status").text("/id");
    assertThat(poll("unknown-status", id).text("/status")).isEqualTo("reviewing");
    assertThat(pollUntil("unknown-status", id, "completed").text("/result/type"))
        .isEqualTo("video");
  }

  @Test
  void malformed_json_is_a_whole_answer_with_half_a_document() {
    String id = submit("malformed-json").text("/id");
    poll("malformed-json", id);
    Answer malformed = poll("malformed-json", id);
    assertThat(malformed.status()).isEqualTo(200);
    assertThat(malformed.header("Content-Type")).startsWith("application/json");
    assertThatThrownBy(() -> new ObjectMapper().readTree(malformed.body()))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(poll("malformed-json", id).status()).isEqualTo(200);
  }

  @Test
  void a_stuck_task_never_ends_and_the_automatic_clock_stands_still() {
    String id = submit("stuck").text("/id");
    IntStream.range(0, 10).forEach(i -> poll("stuck", id));
    Answer stuck = poll("stuck", id);
    assertThat(stuck.text("/status")).isEqualTo("in_progress");
    assertThat(stuck.json().path("progress").intValue()).isEqualTo(99);
    String later =
        calls
            .submit("stuck", "{\"model\":\"seedance-2\",\"prompt\":\"x\"}")
            .json()
            .path("created_at")
            .asText();
    assertThat(Long.parseLong(later) - stuck.json().path("created_at").longValue())
        .isBetween(1L, 600L);
  }

  @Test
  void a_connection_reset_is_a_tcp_reset_of_the_asking_connection_alone() throws IOException {
    String id = submit("connection-reset").text("/id");
    try (var asking = new RawHttp(server.baseUrl());
        var bystander = new RawHttp(server.baseUrl())) {
      assertThat(bystander.poll("bystander", "x")).startsWith("HTTP/1.1 404");
      assertThat(asking.poll("connection-reset", id)).startsWith("HTTP/1.1 200");
      assertThat(asking.poll("connection-reset", id))
          .isEqualTo("SocketException: Connection reset");
      assertThat(bystander.poll("bystander", "x")).startsWith("HTTP/1.1 404");
    }
    assertThat(poll("connection-reset", id).status()).isEqualTo(200);
  }

  @Test
  void a_cut_body_is_shorter_than_it_says() {
    String id = submit("cut-body").text("/id");
    poll("cut-body", id);
    assertThatThrownBy(() -> poll("cut-body", id)).hasRootCauseInstanceOf(IOException.class);
    assertThat(poll("cut-body", id).status()).isEqualTo(200);
  }

  @Test
  void a_lost_submit_has_made_its_task() {
    assertThatThrownBy(() -> submit("lost-submit")).hasCauseInstanceOf(IOException.class);
    Answer again = submit("lost-submit");
    assertThat(again.header("X-Mock-Replayed")).isEqualTo("true");
  }

  /** Each scenario has a sandbox of its own here, of the same name. */
  private static Answer submit(String scenario) {
    return submit(scenario, scenario);
  }

  private static Answer submit(String scenario, String key) {
    return calls.submit(
        key,
        """
        {"model":"seedance-2","prompt":"[mock:%1$s] A lighthouse","client_business_id":"order-%1$s"}
        """
            .formatted(scenario));
  }

  private static Answer poll(String scenario, String id) {
    return calls.poll(scenario, id);
  }

  private static Answer pollUntil(String scenario, String id, String status) {
    return IntStream.range(0, 10)
        .mapToObj(i -> poll(scenario, id))
        .filter(answer -> answer.text("/status").equals(status))
        .findFirst()
        .orElseThrow();
  }
}
