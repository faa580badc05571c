package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateHttpTest {

  @RegisterExtension static final TestServer server = TestServer.with();

  @Test
  void a_valid_request_has_no_violations() {
    Response response = validate("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":5}");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).asString().isEqualTo("{\"valid\":true,\"violations\":[]}");
  }

  @Test
  void an_invalid_request_is_200_with_the_report_of_the_command_line() {
    Response response =
        validate("{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7,\"ratio\":1}");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("valid").booleanValue()).isFalse();
    assertThat(response.json().at("/violations").findValuesAsText("rule"))
        .containsExactly("duration.unsupported", "field.unknown");
    assertThat(response.text("/violations/0/severity")).isEqualTo("error");
    assertThat(response.text("/violations/0/pointer")).isEqualTo("/duration");
    assertThat(response.json().at("/violations/0/value").intValue()).isEqualTo(7);
    assertThat(response.json().at("/violations/0/allowed")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{"})
  void a_body_that_is_no_json_gets_a_report_too(String body) {
    Response response = validate(body);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text("/violations/0/rule")).isEqualTo("json.malformed");
  }

  @Test
  void nothing_is_submitted() {
    validate("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"client_business_id\":\"order-1\"}");
    assertThat(server.poll("order-1").status()).isEqualTo(404);
  }

  private static Response validate(String body) {
    return server.post("/_mock/validate", body);
  }
}
