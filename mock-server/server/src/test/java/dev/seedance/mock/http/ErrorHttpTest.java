package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.HttpCalls.Answer;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorHttpTest {

  private static final String SUBMIT = "/v1/videos/generations";

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

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Basic abc", "key"})
  void a_header_without_a_bearer_key_is_401(String authorization) {
    assertError(
        calls.send(calls.request(SUBMIT + "/x").header("Authorization", authorization)),
        401,
        "unauthorized",
        "authentication_error");
  }

  @Test
  void no_key_is_401() {
    assertError(
        calls.send(calls.request(SUBMIT).POST(BodyPublishers.ofString("{}"))),
        401,
        "unauthorized",
        "authentication_error");
  }

  @Test
  void a_key_that_was_not_named_is_401_where_keys_were_named() {
    try (var closed = MockServer.start(MockOptions.builder().apiKeys(List.of("right")).build())) {
      var closedCalls = new HttpCalls(closed.baseUrl());
      assertThat(closedCalls.poll("wrong", "x").status()).isEqualTo(401);
      assertThat(closedCalls.poll("right", "x").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "[]", "\u0000", "{\"model\":}"})
  void a_broken_body_is_400_with_the_report(String body) {
    Answer answer = calls.submit("key", body);
    assertError(answer, 400, "invalid_request", "invalid_request_error");
    assertThat(answer.json().at("/error/violations")).as(answer.toString()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"groups", "assets"})
  void an_empty_body_is_said_to_be_empty(String what) {
    String path = "/v1/videos/doubao-seedance-2-0/private-avatar/" + what;
    Answer answer =
        calls.send(
            calls
                .request(path)
                .header("Authorization", "Bearer key")
                .POST(BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/message")).isEqualTo("the body is empty; expected a JSON object");
  }

  @Test
  void an_invalid_request_is_400_with_the_whole_report() {
    Answer answer =
        calls.submit(
            "key", "{\"model\":\"seedance-2-mini\",\"prompt\":\"x\",\"duration\":7,\"ratio\":1}");
    assertError(answer, 400, "invalid_request", "invalid_request_error");
    assertThat(answer.text("/error/param")).isEqualTo("duration");
    assertThat(answer.json().at("/error/violations").findValuesAsText("rule"))
        .containsExactly("duration.unsupported", "field.unknown");
    assertThat(answer.text("/error/violations/0/pointer")).isEqualTo("/duration");
    assertThat(answer.text("/error/violations/0/severity")).isEqualTo("error");
  }

  @Test
  void an_unknown_scenario_is_400() {
    Answer answer =
        calls.submit("key", "{\"model\":\"seedance-2\",\"prompt\":\"[mock:nonsense]\"}");
    assertError(answer, 400, "invalid_request", "invalid_request_error");
    assertThat(answer.text("/error/message")).contains("'nonsense'", "realistic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsk_vid_01ARYZ6S410000000000000000", "order-1", "%F0%9F%98%80", "a%20b"})
  void an_unknown_id_is_404(String id) {
    assertError(calls.poll("key", id), 404, "task_not_found", "not_found_error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/v1/nothing", "/v1/videos", "/_mock/nothing", "/files/a/b/0.mp4"})
  void an_unknown_path_is_404(String path) {
    assertError(
        calls.send(calls.request(path).header("Authorization", "Bearer key")),
        404,
        "not_found",
        "not_found_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "GET"})
  void a_wrong_method_is_405(String method) {
    assertError(
        calls.send(
            calls
                .request(SUBMIT)
                .header("Authorization", "Bearer key")
                .method(method, BodyPublishers.noBody())),
        405,
        "method_not_allowed",
        "invalid_request_error");
  }

  @Test
  void a_body_over_one_mebibyte_is_413() {
    String body = "{\"model\":\"seedance-2\",\"prompt\":\"" + "x".repeat(1 << 20) + "\"}";
    assertError(calls.submit("key", body), 413, "request_too_large", "invalid_request_error");
  }

  @Test
  void a_body_that_is_not_what_its_content_encoding_says_is_400() {
    Answer answer =
        calls.send(
            calls
                .request("/_mock/snapshot")
                .header("Authorization", "Bearer key")
                .header("Content-Encoding", "gzip")
                .PUT(BodyPublishers.ofString("{\"version\":1,\"parts\":{}}")));
    assertError(answer, 400, "invalid_request", "invalid_request_error");
    assertThat(answer.text("/error/message")).contains("Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void a_body_of_another_content_type_is_read_as_json_all_the_same(String type) {
    Answer answer =
        calls.send(
            calls
                .request(SUBMIT)
                .header("Authorization", "Bearer key")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"model\":\"seedance-2\",\"prompt\":\"x\"}")));
    assertThat(answer.status()).isEqualTo(200);
  }

  private static void assertError(Answer answer, int status, String code, String type) {
    assertThat(answer.status())
        .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.text("/error/code")).isEqualTo(code);
    assertThat(answer.text("/error/type")).isEqualTo(type);
    assertThat(answer.text("/error/message")).isNotBlank();
  }
}
