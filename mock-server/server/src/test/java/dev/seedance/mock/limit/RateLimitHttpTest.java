package dev.seedance.mock.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitHttpTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";

  /** A submit every 10 s, 2 at once; a query a second, 3 at once. */
  private static final String[] SMALL = {"--rate-limits", "--submit-rate=6/2", "--query-rate=60/3"};

  private static final TestTime TIME = new TestTime();

  @RegisterExtension static final TestServer server = TestServer.with(SMALL).at(TIME);

  @Test
  void every_response_says_where_the_caller_stands() {
    Response response = server.submit(REQUEST);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("X-RateLimit-Limit")).isEqualTo("6");
    assertThat(response.header("X-RateLimit-Remaining")).isEqualTo("1");
    assertThat(response.header("X-RateLimit-Reset"))
        .isEqualTo(String.valueOf(TIME.instant().plusSeconds(10).plusMillis(999).getEpochSecond()));
    assertThat(response.header("X-RateLimit-Category")).isEqualTo("async_submit");
    assertThat(response.header("Retry-After")).isEmpty();
    assertThat(server.submit("{}").header("X-RateLimit-Remaining")).isEqualTo("0");
  }

  @Test
  void one_call_too_many_is_429_until_the_time_that_it_names() {
    server.submit(REQUEST);
    server.submit(REQUEST);
    TIME.pass(Duration.ofMillis(2_500));
    Response refused = server.submit(REQUEST);
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
    assertThat(server.submit(REQUEST).status()).isEqualTo(200);
    TIME.pass(Duration.ofHours(1));
  }

  @Test
  void queries_are_counted_apart() {
    String id = server.submit(REQUEST).text("/id");
    for (int left = 2; left >= 0; left--) {
      Response response = server.poll(left == 1 ? "unknown" : id);
      assertThat(response.header("X-RateLimit-Remaining")).isEqualTo(String.valueOf(left));
      assertThat(response.header("X-RateLimit-Category")).isEqualTo("async_query");
    }
    assertThat(server.poll(id).status()).isEqualTo(429);
    assertThat(server.submit(REQUEST).status()).isEqualTo(200);
  }

  @Test
  void each_key_has_limits_of_its_own() {
    server.as("one").submit(REQUEST);
    server.as("one").submit(REQUEST);
    assertThat(server.as("other").submit(REQUEST).status()).isEqualTo(200);
  }

  @Test
  void other_endpoints_are_not_limited() {
    for (int i = 0; i < 10; i++) {
      Response response = server.get("/v1/balance");
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.header("X-RateLimit-Limit")).isEmpty();
    }
  }

  @Test
  void an_automatic_clock_advances_so_that_a_patient_client_gets_through() {
    var options = MockCommand.read(SMALL).with(MockOptions.CLOCK, ClockSetting.AUTO);
    try (var auto = TestServer.with(options).at(TIME).start()) {
      auto.submit(REQUEST);
      auto.submit(REQUEST);
      assertThat(auto.submit(REQUEST).header("Retry-After")).isEqualTo("10");
      assertThat(auto.submit(REQUEST).status()).isEqualTo(200);
    }
  }

  @Test
  void there_are_no_limits_unless_asked_for() {
    try (var free = TestServer.with().at(TIME).start()) {
      for (int i = 0; i < 60; i++) {
        Response response = free.submit(REQUEST);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("X-RateLimit-Limit")).isEmpty();
      }
    }
  }
}
