package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@SeedanceMock
class SeedanceMockTest {

  private static final Set<URI> SERVERS = ConcurrentHashMap.newKeySet();
  private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

  private final MockServer fromConstructor;

  SeedanceMockTest(MockServer mock) {
    fromConstructor = mock;
  }

  @BeforeEach
  void sees_the_sandbox_of_its_test(MockServer mock, TestInfo info) {
    assertThat(mock.apiKey()).as(info.getDisplayName()).isEqualTo(fromConstructor.apiKey());
  }

  /** Sixty tests on one server, each with the same business id and yet none sees another's task. */
  @RepeatedTest(60)
  @Execution(ExecutionMode.CONCURRENT)
  void each_test_has_a_fresh_sandbox_on_one_server(MockServer mock, RepetitionInfo repetition) {
    SERVERS.add(mock.baseUrl());
    assertThat(SERVERS).hasSize(1);
    assertThat(KEYS.add(mock.apiKey())).isTrue();
    assertThat(mock.tasks()).isEmpty();
    assertThat(mock.scenarios()).isEmpty();

    var calls = HttpCalls.of(mock);
    boolean even = repetition.getCurrentRepetition() % 2 == 0;
    if (even) {
      mock.register(Scenario.named("never").always().neverEnds());
    }
    var submitted = calls.submit(HttpCalls.REQUEST);
    assertThat(submitted.headers().firstValue("X-Mock-Replayed")).isEmpty();
    for (int i = 0; i < 6; i++) {
      calls.poll("order-1");
    }
    assertThat(calls.statusOf("order-1")).isEqualTo(even ? "in_progress" : "completed");
    assertThat(mock.tasks())
        .singleElement()
        .satisfies(
            task -> assertThat(task.id()).isEqualTo(JsonObject.read(submitted.body()).text("id")));
  }

  @Test
  void a_parameter_may_have_settings_of_its_own(
      MockServer mock, @SeedanceMock(scenario = "instant", revision = "2026-08") MockServer own) {
    assertThat(own.baseUrl()).isNotEqualTo(mock.baseUrl());
    String request = "{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7}";
    assertThat(JsonObject.read(HttpCalls.of(own).submit(request).body()).text("status"))
        .isEqualTo("completed");
    assertThat(HttpCalls.of(mock).submit(request).statusCode()).isEqualTo(400);
  }

  @Test
  void every_setting_reaches_the_server(
      @SeedanceMock(
              clock = "x60",
              clockStart = "2026-01-01T00:00:00Z",
              seed = 7,
              rateLimits = true,
              options = {"--submit-rate", "1/1"})
          MockServer mock) {
    assertThat(mock.clock().scale()).isEqualTo(60);
    assertThat(mock.clock().instant()).isBetween("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
    assertThat(HttpCalls.of(mock).submit(HttpCalls.REQUEST).statusCode()).isEqualTo(200);
    assertThat(HttpCalls.of(mock).submit(HttpCalls.REQUEST).statusCode()).isEqualTo(429);
  }

  @Test
  void closing_the_injected_one_leaves_the_server_to_the_others(MockServer mock) {
    mock.close();
    assertThat(HttpCalls.of(mock).submit(HttpCalls.REQUEST).statusCode()).isEqualTo(200);
  }

  @Nested
  class Inner {
    @Test
    void an_inner_class_has_it_too(MockServer mock) {
      assertThat(mock.tasks()).isEmpty();
      assertThat(mock.apiKey()).isEqualTo(fromConstructor.apiKey());
    }
  }
}
