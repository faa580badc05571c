package dev.seedance.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.junit.SeedanceMock;
import dev.seedance.mock.time.ClockSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A late answer waits for the sandbox's time, whatever the clock. */
@SeedanceMock(scenario = "instant")
class DelayHttpTest {

  private static final String LATE =
      """
      {"name": "late", "match": {}, "timeline": {"queued": "PT0S", "running": "PT0S"},
       "faults": [{"on": "poll", "fault": {"kind": "delay", "by": "PT1H"}}]}
      """;

  private final MockServer mock;
  private final HttpCalls calls;

  DelayHttpTest(MockServer mock) {
    this.mock = mock;
    this.calls = new HttpCalls(mock.baseUrl());
    mock.scenarios().register(LATE);
  }

  @Test
  void an_automatic_clock_moves_on_and_the_answer_comes_at_once() {
    Instant before = mock.clock().instant();
    assertThat(poll(submit()).text("/status")).isEqualTo("completed");
    assertThat(mock.clock().instant()).isEqualTo(before.plus(Duration.ofHours(1)));
  }

  @Test
  @Timeout(30)
  void a_frozen_clock_holds_the_answer_until_it_is_moved() {
    mock.clock().freeze();
    String id = submit();
    var answer = CompletableFuture.supplyAsync(() -> poll(id));
    while (mock.clock().nextEvent().isEmpty()) {
      Thread.onSpinWait(); // until the poll has arrived
    }
    mock.clock().advance(Duration.ofMinutes(59));
    assertThat(answer).isNotDone();
    assertThat(calls.poll("bystander", "x").status()).isEqualTo(404);
    mock.clock().advance(Duration.ofMinutes(1));
    assertThat(answer.join().text("/status")).isEqualTo("completed");
  }

  @Test
  void a_scaled_clock_flows_on_until_the_answer_is_due() {
    mock.clock().set(ClockSetting.scaled(ClockSetting.MAX_RATE));
    assertThat(poll(submit()).text("/status")).isEqualTo("completed");
  }

  private String submit() {
    return calls.submit(mock.apiKey(), "{\"model\":\"seedance-2\",\"prompt\":\"x\"}").text("/id");
  }

  private HttpCalls.Answer poll(String id) {
    return calls.poll(mock.apiKey(), id);
  }
}
