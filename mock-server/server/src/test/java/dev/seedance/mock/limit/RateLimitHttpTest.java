package dev.seedance.mock.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Rate;
import dev.seedance.mock.options.RateLimits;
import dev.seedance.mock.time.ClockSetting;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RateLimitHttpTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";

  /** A submit every 10 s, 2 at once; a query a second, 3 at once. */
  private static final RateLimits SMALL = new RateLimits(true, new Rate(6, 2), new Rate(60, 3));

  private static final TestTime TIME = new TestTime();

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    server = MockServer.start(MockOptions.builder().rateLimits(SMALL).build(), TIME);
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void every_answer_says_where_the_caller_stands() {
    Answer answer = calls.submit("stands", REQUEST);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("6");
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("1");
    assertThat(answer.header("X-RateLimit-Reset"))
        .isEqualTo(String.valueOf(TIME.instant().plusSeconds(10).plusMillis(999).getEpochSecond()));
    assertThat(answer.header("X-RateLimit-Category")).isEqualTo("async_submit");
    assertThat(answer.header("Retry-After")).isEmpty();
    assertThat(calls.submit("stands", "{}").header("X-RateLimit-Remaining")).isEqualTo("0");
  }

  @Test
  void one_call_too_many_is_429_until_the_time_that_it_names() {
    calls.submit("many", REQUEST);
    calls.submit("many", REQUEST);
    TIME.pass(Duration.ofMillis(2_500));
    Answer refused = calls.submit("many", REQUEST);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("/error/code")).isEqualTo("rate_limit_exceeded");
    assertThat(refused.text("/error/type")).isEqualTo("rate_limit_error");
    assertThat(refused.header("Retry-After")).isEqualTo("8");
    assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("6");
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("X-RateLimit-Category")).isEqualTo("async_submit");
    assertThat(refused.header("X-RateLimit-Reset")).isNotEmpty();
    assertThat(refused.header("X-Request-Id")).startsWith("req_");

    TIME.pass(Duration.ofSeconds(8));
    assertThat(calls.submit("many", REQUEST).status()).isEqualTo(200);
    TIME.pass(Duration.ofHours(1));
  }

  @Test
  void queries_are_counted_apart() {
    String id = calls.submit("apart", REQUEST).text("/id");
    for (int left = 2; left >= 0; left--) {
      Answer answer = calls.poll("apart", left == 1 ? "unknown" : id);
      assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(String.valueOf(left));
      assertThat(answer.header("X-RateLimit-Category")).isEqualTo("async_query");
    }
    assertThat(calls.poll("apart", id).status()).isEqualTo(429);
    assertThat(calls.submit("apart", REQUEST).status()).isEqualTo(200);
  }

  @Test
  void each_key_has_limits_of_its_own() {
    calls.submit("one", REQUEST);
    calls.submit("one", REQUEST);
    assertThat(calls.submit("other", REQUEST).status()).isEqualTo(200);
  }

  @Test
  void other_endpoints_are_not_limited() {
    for (int i = 0; i < 10; i++) {
      Answer answer =
          calls.send(calls.request("/v1/balance").header("Authorization", "Bearer balance"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
    }
  }

  @Test
  void an_automatic_clock_moves_on_so_that_a_patient_client_gets_through() {
    var options = MockOptions.builder().clock(ClockSetting.AUTO).rateLimits(SMALL).build();
    try (var auto = MockServer.start(options, TIME)) {
      var autoCalls = new HttpCalls(auto.baseUrl());
      autoCalls.submit("key", REQUEST);
      autoCalls.submit("key", REQUEST);
      assertThat(autoCalls.submit("key", REQUEST).header("Retry-After")).isEqualTo("10");
      assertThat(autoCalls.submit("key", REQUEST).status()).isEqualTo(200);
    }
  }

  @Test
  void there_are_no_limits_unless_asked_for() {
    try (var free = MockServer.start(MockOptions.builder().build(), TIME)) {
      var freeCalls = new HttpCalls(free.baseUrl());
      for (int i = 0; i < 60; i++) {
        Answer answer = freeCalls.submit("key", REQUEST);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-RateLimit-Limit")).isEmpty();
      }
    }
  }
}
