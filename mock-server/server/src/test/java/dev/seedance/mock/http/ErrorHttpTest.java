package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.validator.RequestValidator;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorHttpTest {

  private static final String SUBMIT = Calls.GENERATIONS;

  @RegisterExtension static final TestServer server = TestServer.with();

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Basic abc", "key"})
  void a_header_without_a_bearer_key_is_401(String authorization) {
    assertError(
        server.send(server.request(SUBMIT + "/x").header("Authorization", authorization)),
        401,
        "unauthorized",
        "authentication_error");
  }

  @Test
  void no_key_is_401() {
    assertError(
        server.send(server.request(SUBMIT).POST(BodyPublishers.ofString("{}"))),
        401,
        "unauthorized",
        "authentication_error");
  }

  @Test
  void a_key_that_was_not_named_is_401_if_keys_were_named() {
    try (var closed = TestServer.with("--api-key=right").start()) {
      assertThat(closed.as("wrong").poll("x").status()).isEqualTo(401);
      assertThat(closed.as("right").poll("x").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "[]", "\u0000", "{\"model\":}"})
  void a_broken_body_is_400_with_the_report(String body) {
    Response response = server.submit(body);
    assertError(response, 400, "invalid_request", "invalid_request_error");
    assertThat(response.json().at("/error/violations")).as(response.text()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"groups", "assets"})
  void an_empty_body_is_said_to_be_empty(String what) {
    String path = "/v1/videos/doubao-seedance-2-0/private-avatar/" + what;
    Response response = server.send(server.keyed(path).POST(BodyPublishers.noBody()));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("/message")).isEqualTo("the body is empty; expected a JSON object");
  }

  @Test
  void an_invalid_request_is_400_with_the_whole_report() {
    Response response =
        server.submit(
            "{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7,\"ratio\":1}");
    assertError(response, 400, "invalid_request", "invalid_request_error");
    assertThat(response.text("/error/param")).isEqualTo("duration");
    assertThat(response.json().at("/error/violations").findValuesAsText("rule"))
        .containsExactly("duration.unsupported", "field.unknown");
    assertThat(response.text("/error/violations/0/pointer")).isEqualTo("/duration");
    assertThat(response.text("/error/violations/0/severity")).isEqualTo("error");
  }

  @Test
  void an_unknown_scenario_is_400() {
    Response response = server.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:nonsense]\"}");
    assertError(response, 400, "invalid_request", "invalid_request_error");
    assertThat(response.text("/error/message")).contains("'nonsense'", "realistic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsk_vid_01ARYZ6S410000000000000000", "order-1", "%F0%9F%98%80", "a%20b"})
  void an_unknown_id_is_404(String id) {
    assertError(server.poll(id), 404, "task_not_found", "not_found_error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/v1/nothing", "/v1/videos", "/_mock/nothing", "/files/a/b/0.mp4"})
  void an_unknown_path_is_404(String path) {
    assertError(server.get(path), 404, "not_found", "not_found_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "GET"})
  void a_wrong_method_is_405(String method) {
    assertError(
        server.send(server.keyed(SUBMIT).method(method, BodyPublishers.noBody())),
        405,
        "method_not_allowed",
        "invalid_request_error");
  }

  @Test
  void a_body_over_the_limit_is_413() {
    String body = "x".repeat(RequestValidator.MAX_BODY_BYTES + 1);
    assertError(server.submit(body), 413, "request_too_large", "invalid_request_error");
  }

  @Test
  void a_body_that_is_not_what_its_content_encoding_says_is_400() {
    Response response =
        server.send(
            server
                .keyed("/_mock/snapshot")
                .header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofString("{\"version\":1,\"parts\":{}}")));
    assertError(response, 400, "invalid_request", "invalid_request_error");
    assertThat(response.text("/error/message")).contains("Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void a_body_of_another_content_type_is_read_as_json_all_the_same(String type) {
    Response response =
        server.send(
            server
                .keyed(SUBMIT)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"model\":\"seedance-2\",\"prompt\":\"x\"}")));
    assertThat(response.status()).isEqualTo(200);
  }

  private static void assertError(Response response, int status, String code, String type) {
    assertThat(response.status()).as(response::text).isEqualTo(status);
    assertThat(response.header("Content-Type")).startsWith("application/json");
    assertThat(response.text("/error/code")).isEqualTo(code);
    assertThat(response.text("/error/type")).isEqualTo(type);
    assertThat(response.text("/error/message")).isNotBlank();
  }
}
