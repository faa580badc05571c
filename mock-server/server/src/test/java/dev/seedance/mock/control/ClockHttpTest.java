package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockHttpTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\"}";

  private static final TestTime REAL = new TestTime();

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--clock=frozen", "--clock-start=2026-01-01T00:00:00Z").at(REAL);

  @Test
  void shows_the_clock() {
    var clock = server.get("/_mock/clock");
    assertThat(clock.json().toString())
        .isEqualTo(
            "{\"mode\":\"frozen\",\"scale\":0.0,\"now\":\"2026-01-01T00:00:00Z\",\"next_event_at\":null}");
  }

  @Test
  void advances_by_a_duration() {
    String id = server.submit(REQUEST).text("/id");
    assertThat(server.advance("PT1H").text("/now")).isEqualTo("2026-01-01T01:00:00Z");
    assertThat(server.poll(id).text("/status")).isEqualTo("completed");
  }

  @Test
  void advances_from_event_to_event_until_nothing_is_left() {
    String id = server.submit(REQUEST).text("/id");
    String next = server.get("/_mock/clock").text("/next_event_at");
    assertThat(server.post("/_mock/clock/advance-to-next", "").text("/now")).isEqualTo(next);
    assertThat(server.poll(id).text("/status")).isEqualTo("in_progress");
    for (int quarter = 0; quarter < 4; quarter++) {
      server.post("/_mock/clock/advance-to-next", "");
    }
    assertThat(server.poll(id).text("/status")).isEqualTo("completed");
    String end = server.get("/_mock/clock").text("/now");
    assertThat(server.post("/_mock/clock/advance-to-next", "").text("/now")).isEqualTo(end);
  }

  @Test
  void sets_mode_scale_and_now_each_on_its_own() {
    var scaled = server.put("/_mock/clock", "{\"mode\":\"scaled\",\"scale\":60}");
    assertThat(scaled.text("/mode")).isEqualTo("scaled");
    assertThat(scaled.json().at("/scale").doubleValue()).isEqualTo(60);
    REAL.pass(Duration.ofSeconds(2));
    assertThat(server.get("/_mock/clock").text("/now")).isEqualTo("2026-01-01T00:02:00Z");
    assertThat(server.put("/_mock/clock", "{\"mode\":\"frozen\"}").text("/now"))
        .isEqualTo("2026-01-01T00:02:00Z");
    REAL.pass(Duration.ofSeconds(2));
    assertThat(server.put("/_mock/clock", "{\"now\":\"2025-01-01T00:00:00Z\"}").text("/now"))
        .isEqualTo("2025-01-01T00:00:00Z");
    assertThat(server.put("/_mock/clock", "{\"scale\":0.5}").text("/mode")).isEqualTo("scaled");
    assertThat(server.put("/_mock/clock", "{}").json().at("/scale").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void another_key_has_another_clock() {
    server.advance("PT1H");
    assertThat(server.as("other").get("/_mock/clock").text("/now"))
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
    var response = server.put("/_mock/clock", body);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/error/code")).isEqualTo("invalid_request");
    assertThat(response.text("/error/message")).isNotBlank();
    assertThat(server.get("/_mock/clock").text("/mode")).isEqualTo("frozen");
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
    assertThat(server.post("/_mock/clock/advance", body).status()).isEqualTo(400);
    assertThat(server.get("/_mock/clock").text("/now")).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void a_task_that_has_ended_stays_so_if_the_machine_s_date_is_set_back() {
    server.put("/_mock/clock", "{\"mode\":\"real\"}");
    String id = server.submit(REQUEST).text("/id");
    REAL.pass(Duration.ofHours(2));
    assertThat(server.poll(id).text("/status")).isEqualTo("completed");
    REAL.set(Duration.ofMinutes(-119));
    assertThat(server.poll(id).text("/status")).isEqualTo("completed");
    assertThat(server.get("/_mock/clock").text("/now")).isEqualTo("2026-01-01T02:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mode\":\"scaled\",\"scale\":90000}",
        "{\"mode\":\"auto\"}",
        "{\"mode\":\"frozen\"}"
      })
  void a_clock_that_reaches_its_end_stands_there_and_says_so(String setting) {
    server.put("/_mock/clock", "{\"now\":\"8999-12-31T23:59:57Z\"}");
    String id = server.submit(REQUEST).text("/id");
    server.put("/_mock/clock", setting);
    REAL.pass(Duration.ofHours(3));
    server.poll(id);
    server.poll(id);
    assertThat(server.post("/_mock/clock/advance-to-next", "").status()).isEqualTo(200);
    server.post("/_mock/clock/advance-to-next", "");
    var clock = server.get("/_mock/clock");
    assertThat(clock.text("/now")).isEqualTo("9000-01-01T00:00:00Z");
    assertThat(clock.text("/notice"))
        .startsWith("The clock has reached its end, 9000-01-01T00:00:00Z, and stands;");
    String late = server.submit(REQUEST).text("/id");
    assertThat(server.poll(late).status()).isEqualTo(200);
    assertThat(server.advance("PT0S").status()).isEqualTo(200);
    assertThat(server.advance("PT1S").text("/error/message"))
        .isEqualTo(
            "by 'PT1S' leads beyond the clock's end, 9000-01-01T00:00:00Z; send PT0S at most");
    assertThat(server.put("/_mock/clock", "{\"now\":\"2031-01-01T00:00:00Z\"}").text("/notice"))
        .isEmpty();
  }

  @Test
  void needs_the_same_key_as_the_api() {
    assertThat(server.getWithoutKey("/_mock/clock").status()).isEqualTo(401);
    assertThat(server.getWithoutKey("/_mock/health").status()).isEqualTo(200);
  }
}
