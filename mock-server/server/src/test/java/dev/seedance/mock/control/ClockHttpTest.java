package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.ControlCalls;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.time.ClockSetting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockHttpTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\"}";

  private static final TestTime REAL = new TestTime();
  private static MockServer server;
  private static HttpCalls calls;

  private ControlCalls control;

  @BeforeAll
  static void start() {
    server =
        MockServer.start(
            MockOptions.builder().clock(ClockSetting.FROZEN).clockStart(START).build(), REAL);
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void use_a_sandbox_of_its_own(TestInfo test) {
    control = ControlCalls.of(calls, test);
  }

  @Test
  void shows_the_clock() {
    var clock = control.get("/clock");
    assertThat(clock.json().toString())
        .isEqualTo(
            "{\"mode\":\"frozen\",\"scale\":0.0,\"now\":\"2026-01-01T00:00:00Z\",\"next_event_at\":null}");
  }

  @Test
  void advances_by_a_duration() {
    String id = calls.submit(control.key(), REQUEST).text("/id");
    assertThat(control.advance("PT1H").text("/now")).isEqualTo("2026-01-01T01:00:00Z");
    assertThat(calls.poll(control.key(), id).text("/status")).isEqualTo("completed");
  }

  @Test
  void advances_from_event_to_event_until_nothing_is_left() {
    String id = calls.submit(control.key(), REQUEST).text("/id");
    String next = control.get("/clock").text("/next_event_at");
    assertThat(control.post("/clock/advance-to-next", "").text("/now")).isEqualTo(next);
    assertThat(calls.poll(control.key(), id).text("/status")).isEqualTo("in_progress");
    for (int quarter = 0; quarter < 4; quarter++) {
      control.post("/clock/advance-to-next", "");
    }
    assertThat(calls.poll(control.key(), id).text("/status")).isEqualTo("completed");
    String end = control.get("/clock").text("/now");
    assertThat(control.post("/clock/advance-to-next", "").text("/now")).isEqualTo(end);
  }

  @Test
  void sets_mode_scale_and_now_each_on_its_own() {
    var scaled = control.put("/clock", "{\"mode\":\"scaled\",\"scale\":60}");
    assertThat(scaled.text("/mode")).isEqualTo("scaled");
    assertThat(scaled.json().at("/scale").doubleValue()).isEqualTo(60);
    REAL.pass(Duration.ofSeconds(2));
    assertThat(control.get("/clock").text("/now")).isEqualTo("2026-01-01T00:02:00Z");
    assertThat(control.put("/clock", "{\"mode\":\"frozen\"}").text("/now"))
        .isEqualTo("2026-01-01T00:02:00Z");
    REAL.pass(Duration.ofSeconds(2));
    assertThat(control.put("/clock", "{\"now\":\"2025-01-01T00:00:00Z\"}").text("/now"))
        .isEqualTo("2025-01-01T00:00:00Z");
    assertThat(control.put("/clock", "{\"scale\":0.5}").text("/mode")).isEqualTo("scaled");
    assertThat(control.put("/clock", "{}").json().at("/scale").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void another_key_has_another_clock() {
    control.advance("PT1H");
    assertThat(new ControlCalls(calls, "other").get("/clock").text("/now"))
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mode\":\"fast\"}",
        "{\"mode\":\"scaled\"}",
        "{\"mode\":\"frozen\",\"scale\":2}",
        "{\"scale\":0}",
        "{\"scale\":-1}",
        "{\"scale\":1e99}",
        "{\"scale\":\"NaN\"}",
        "{\"scale\":{}}",
        "{\"now\":\"yesterday\"}",
        "{\"now\":5}",
        "{\"now\":\"+999999999-01-01T00:00:00Z\"}",
        "{\"now\":\"-1000-01-01T00:00:00Z\"}",
        "{\"nwo\":\"2026-01-01T00:00:00Z\"}",
        "[]",
        "null",
        "{",
        "{} {}",
        "\u0000"
      })
  void refuses_to_be_set_wrongly(String body) {
    var answer = control.put("/clock", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/code")).isEqualTo("invalid_request");
    assertThat(answer.text("/error/message")).isNotBlank();
    assertThat(control.get("/clock").text("/mode")).isEqualTo("frozen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"by\":\"30\"}",
        "{\"by\":\"-PT1S\"}",
        "{\"by\":\"PT9999999999999999999S\"}",
        "{\"by\":\"P9999999D\"}",
        "{\"by\":null}",
        "{\"by\":30,\"unit\":\"s\"}"
      })
  void refuses_to_be_advanced_wrongly(String body) {
    assertThat(control.post("/clock/advance", body).status()).isEqualTo(400);
    assertThat(control.get("/clock").text("/now")).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void needs_the_same_key_as_the_api() {
    assertThat(calls.send(calls.request("/_mock/clock")).status()).isEqualTo(401);
    assertThat(calls.send(calls.request("/_mock/health")).status()).isEqualTo(200);
  }
}
