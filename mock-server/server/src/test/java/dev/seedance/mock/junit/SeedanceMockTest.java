package dev.seedance.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@SeedanceMock
class SeedanceMockTest {

  private static final String REQUEST =
      "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"order-1\"}";

  private static final Set<URI> SERVERS = ConcurrentHashMap.newKeySet();
  private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

  private final MockServer fromConstructor;

  SeedanceMockTest(MockServer mock) {
    fromConstructor = mock;
  }

  @BeforeEach
  void sees_the_sandbox_of_its_test(MockServer mock) {
    assertThat(mock.apiKey()).isEqualTo(fromConstructor.apiKey());
  }

  /** Sixty tests on one server, each with the same business id and yet none sees another's task. */
  @RepeatedTest(60)
  @Execution(ExecutionMode.CONCURRENT)
  void each_test_has_a_fresh_sandbox_on_one_server(MockServer mock, RepetitionInfo repetition) {
    SERVERS.add(mock.baseUrl());
    assertThat(SERVERS).hasSize(1);
    assertThat(KEYS.add(mock.apiKey())).isTrue();
    assertThat(mock.tasks()).isEmpty();
    assertThat(mock.scenarios().all()).isEmpty();

    var calls = new HttpCalls(mock.baseUrl());
    if (repetition.getCurrentRepetition() % 2 == 0) {
      mock.scenarios()
          .register("{\"name\":\"never\",\"match\":{},\"outcome\":{\"status\":\"in_progress\"}}");
    }
    var submitted = calls.submit(mock.apiKey(), REQUEST);
    assertThat(submitted.header("X-Mock-Replayed")).isEmpty();
    for (int i = 0; i < 6; i++) {
      calls.poll(mock.apiKey(), "order-1");
    }
    assertThat(calls.poll(mock.apiKey(), "order-1").text("/status"))
        .isEqualTo(repetition.getCurrentRepetition() % 2 == 0 ? "in_progress" : "completed");
    assertThat(mock.tasks())
        .singleElement()
        .satisfies(task -> assertThat(task.id()).isEqualTo(submitted.text("/id")));
  }

  @Test
  void a_parameter_may_have_settings_of_its_own(
      MockServer mock, @SeedanceMock(scenario = "instant", revision = "2026-08") MockServer own) {
    assertThat(own.baseUrl()).isNotEqualTo(mock.baseUrl());
    String request = "{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7}";
    assertThat(new HttpCalls(own.baseUrl()).submit(own.apiKey(), request).text("/status"))
        .isEqualTo("completed");
    assertThat(new HttpCalls(mock.baseUrl()).submit(mock.apiKey(), request).status())
        .isEqualTo(400);
  }

  @Test
  void closing_the_injected_one_leaves_the_server_to_the_others(MockServer mock) {
    mock.close();
    assertThat(new HttpCalls(mock.baseUrl()).submit(mock.apiKey(), REQUEST).status())
        .isEqualTo(200);
  }

  @Nested
  class Inner {
    @Test
    void an_inner_class_has_it_too(MockServer mock) {
      assertThat(mock.tasks()).isEmpty();
    }
  }
}
