package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateHttpTest {

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    server = MockServer.start(MockOptions.builder().build());
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_valid_request_has_no_violations() {
    Answer answer = validate("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":5}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).asString().isEqualTo("{\"valid\":true,\"violations\":[]}");
  }

  @Test
  void an_invalid_request_is_200_with_the_report_of_the_command_line() {
    Answer answer =
        validate("{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7,\"ratio\":1}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("valid").booleanValue()).isFalse();
    assertThat(answer.json().at("/violations").findValuesAsText("rule"))
        .containsExactly("duration.unsupported", "field.unknown");
    assertThat(answer.text("/violations/0/severity")).isEqualTo("error");
    assertThat(answer.text("/violations/0/pointer")).isEqualTo("/duration");
    assertThat(answer.json().at("/violations/0/value").intValue()).isEqualTo(7);
    assertThat(answer.json().at("/violations/0/allowed")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{"})
  void what_is_no_json_is_a_report_too(String body) {
    Answer answer = validate(body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/violations/0/rule")).isEqualTo("json.malformed");
  }

  @Test
  void nothing_is_submitted() {
    validate("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"order-1\"}");
    assertThat(calls.poll("key", "order-1").status()).isEqualTo(404);
  }

  private static Answer validate(String body) {
    return calls.send(
        calls
            .request("/_mock/validate")
            .header("Authorization", "Bearer key")
            .POST(BodyPublishers.ofString(body)));
  }
}
