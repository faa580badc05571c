package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SeedanceMock(clock = "frozen", clockStart = "2026-01-01T00:00:00Z")
class RecordedCallTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MockServer mock;

  RecordedCallTest(MockServer mock) {
    this.mock = mock;
  }

  @Test
  void are_recorded() {
    var calls = HttpCalls.of(mock);
    calls.submit(HttpCalls.REQUEST);
    calls.poll("order-1?token=secret");
    assertThat(mock.requests()).hasSize(2);
    RecordedCall submit = mock.requests().get(0);
    assertThat(submit.number()).isEqualTo(1);
    assertThat(submit.at()).isEqualTo(START);
    assertThat(submit.method()).isEqualTo("POST");
    assertThat(submit.path()).isEqualTo("/v1/videos/generations");
    assertThat(submit.query()).isEmpty();
    assertThat(submit.header("Content-Type")).contains("application/json");
    assertThat(submit.header("X-Nothing")).isEmpty();
    assertThat(submit.headers().toString()).doesNotContain(mock.apiKey());
    assertThat(submit.body()).isEqualTo(HttpCalls.REQUEST);
    assertThat(submit.bodyBytes()).isEqualTo(HttpCalls.REQUEST.length());
    assertThat(submit.status()).isEqualTo(200);
    assertThat(submit.requestId()).isNotBlank();
    assertThat(submit).hasToString("POST /v1/videos/generations -> 200");
    assertThat(mock.requests().get(1).toString())
        .startsWith("GET /v1/videos/generations/order-1?token=")
        .doesNotContain("secret")
        .endsWith(" -> 200");
  }

  @Test
  void are_forgotten_and_their_numbers_go_on() {
    var calls = HttpCalls.of(mock);
    calls.poll("a");
    mock.forgetRequests();
    assertThat(mock.requests()).isEmpty();
    calls.poll("b");
    assertThat(mock.requests()).extracting(RecordedCall::number).containsExactly(2L);
  }

  @Test
  void are_awaited() {
    var calls = HttpCalls.of(mock);
    calls.poll("a");
    calls.submit(HttpCalls.REQUEST);
    assertThat(mock.awaitCall("post", "/v1/videos/generations").number()).isEqualTo(2);
    assertThat(mock.awaitCall("GET", "/v1/videos/*").status()).isEqualTo(404);
    var any = mock.awaitCall(Duration.ZERO, call -> call.status() == 200);
    assertThat(any.method()).isEqualTo("POST");
  }

  @Test
  void that_come_while_somebody_waits_are_seen() {
    var calls = HttpCalls.of(mock);
    var later = CompletableFuture.runAsync(() -> calls.poll("late"));
    assertThat(mock.awaitCall("GET", "/v1/videos/generations/late").status()).isEqualTo(404);
    later.join();
  }

  @Test
  void that_do_not_come_are_missed_with_a_word_on_what_came_instead() {
    assertThatThrownBy(() -> mock.awaitCall(Duration.ZERO, call -> true))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            no call as wanted within PT0S of real time; nothing came
            The sandbox's clock is frozen at 2026-01-01T00:00:00Z\
            """);
    HttpCalls.of(mock).submitPrompt("x");
    assertThatThrownBy(() -> mock.awaitCall(Duration.ZERO, call -> call.status() == 400))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            """
            no call as wanted within PT0S of real time; came instead:
              POST /v1/videos/generations -> 200
            The sandbox's clock is frozen at 2026-01-01T00:00:00Z, its next event is at 2026\
            """);
  }
}
