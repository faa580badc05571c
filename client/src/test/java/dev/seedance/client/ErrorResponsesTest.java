package dev.seedance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.ContentPolicyException;
import dev.seedance.client.error.InsufficientQuotaException;
import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.error.RateLimitException;
import dev.seedance.client.error.ResponseTooLargeException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.ServerErrorException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error responses in the wild are uneven: each becomes a typed exception that helps. */
class ErrorResponsesTest {

  private final ScriptedServer server = new ScriptedServer();
  private final SeedanceClient client =
      TestClient.of(server, new FakeTime()).retryPolicy(RetryPolicy.never()).build();

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of(400, BadRequestException.class),
        Arguments.of(401, AuthenticationException.class),
        Arguments.of(402, InsufficientQuotaException.class),
        Arguments.of(403, AuthenticationException.class),
        Arguments.of(404, NotFoundException.class),
        Arguments.of(409, SeedanceApiException.class),
        Arguments.of(413, BadRequestException.class),
        Arguments.of(422, ContentPolicyException.class),
        Arguments.of(429, RateLimitException.class),
        Arguments.of(500, ServerErrorException.class),
        Arguments.of(503, ServerErrorException.class));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void the_status_decides_the_type(int status, Class<?> type) {
    assertThat(failure(Reply.error(status, "c", "m"))).isExactlyInstanceOf(type);
  }

  static Stream<Arguments> bad_requests() {
    String privacy = "InputImageSensitiveContentDetected.PrivacyInformation";
    return Stream.of(
        Arguments.of("{\"message\":\"task_not_exist\"}", NotFoundException.class),
        Arguments.of("{\"code\":\"task_not_exist\",\"message\":\"m\"}", NotFoundException.class),
        Arguments.of("{\"error\":{\"code\":\"task_not_found\"}}", NotFoundException.class),
        Arguments.of("{\"message\":\"is task_not_exist bad?\"}", BadRequestException.class),
        Arguments.of(
            "{\"error\":{\"code\":\"%s\",\"param\":\"\",\"type\":\"BadRequest\"}}"
                .formatted(privacy),
            ContentPolicyException.class),
        Arguments.of(
            "{\"error\":{\"code\":\"InputTextSensitiveContentDetected\"}}",
            ContentPolicyException.class),
        Arguments.of(
            "{\"error\":{\"code\":\"content_policy_violation\"}}", ContentPolicyException.class),
        Arguments.of("{\"error\":{\"code\":1301,\"message\":\"m\"}}", BadRequestException.class));
  }

  @ParameterizedTest
  @MethodSource("bad_requests")
  void a_400_that_means_another_status_has_the_type_of_that(String body, Class<?> type) {
    SeedanceApiException failure = failure(Reply.json(400, body));
    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(failure.status()).isEqualTo(400);
    assertThat(failure.param()).isEmpty();
  }

  @Test
  void a_401_needs_no_type() {
    SeedanceApiException failure =
        failure(Reply.json(401, "{\"error\":{\"code\":\"\",\"message\":\"Invalid token\"}}"));
    assertThat(failure)
        .isExactlyInstanceOf(AuthenticationException.class)
        .hasMessage("getGeneration: HTTP 401: Invalid token");
    assertThat(failure.type()).isEmpty();
    assertThat(failure.code()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "{\"error\":{\"code\":\"c\",\"message\":\"m\",\"type\":\"t\",\"param\":\"p\"}} | c | t | p | c: m (field p)",
        "{\"error\":{\"code\":1301,\"message\":\"m\"}}          | 1301 | - | - | 1301: m",
        "{\"error\":{\"message\":\"m\",\"code\":null}}          | -    | - | - | : m",
        "{\"error\":\"m\"}                                      | -    | - | - | : m",
        "{\"error\":{}}                                         | -    | - | - | : the answer gives no reason",
        "{\"success\":false,\"message\":\"m\"}                  | -    | - | - | : m",
        "{\"code\":7,\"message\":\"m\"}                         | 7    | - | - | 7: m",
        "{\"detail\":\"m\"}                                     | -    | - | - | : m",
        "[1,2]                                                  | -    | - | - | : the answer gives no reason",
        "{\"error\":{\"code\":\"c                               | -    | - | - | : {\"error\":{\"code\":\"c",
        "plain text                                             | -    | - | - | : plain text",
        "`<html><TITLE> No\nway </TITLE></html>`                | -    | - | - | : a web page, \"No way\"",
        "<html><body>x</body></html>                            | -    | - | - | : a web page",
        "``                                                     | -    | - | - | : the answer gives no reason",
      })
  void reads_what_there_is(String body, String code, String type, String param, String message) {
    SeedanceApiException failure = failure(Reply.text(418, "x/y", body));

    assertThat(failure.status()).isEqualTo(418);
    assertThat(failure.code().orElse(null)).isEqualTo(code);
    assertThat(failure.type().orElse(null)).isEqualTo(type);
    assertThat(failure.param().orElse(null)).isEqualTo(param);
    assertThat(failure)
        .hasMessageStartingWith("getGeneration: HTTP 418")
        .hasMessageEndingWith(message);
    assertThat(failure.body()).isEqualTo(body);
  }

  @Test
  void keeps_the_first_2_kilobytes_and_a_short_message() {
    SeedanceApiException failure = failure(Reply.text(400, "text/plain", "ä".repeat(5000)));

    assertThat(failure.body()).startsWith("ääää").hasSize(1024);
    assertThat(failure.getMessage()).hasSizeLessThan(400).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(ints = {290, 300, 2_035, 2_047})
  void no_limit_cuts_through_the_key_or_a_character(int before) {
    String text = "x".repeat(before) + TestClient.KEY + "🐳".repeat(1_000);
    SeedanceApiException failure = failure(Reply.text(400, "text/plain", text));

    assertThat(failure.body() + failure.getMessage())
        .doesNotContain(TestClient.KEY.substring(0, 4))
        .doesNotContainPattern("[\\x{D800}-\\x{DFFF}]");
  }

  @Test
  void reads_utf_8_whatever_the_platform_prefers() {
    assertThat(failure(Reply.error(400, "c", "zu groß 太大"))).hasMessageEndingWith("zu groß 太大");
  }

  @Test
  void tells_the_request_id_and_how_long_to_wait() {
    SeedanceApiException failure =
        failure(Reply.error(429, "c", "m").with("X-Request-Id", "req_1").with("Retry-After", "12"));

    assertThat(failure.requestId()).contains("req_1");
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(12));
    assertThat(failure).hasMessageEndingWith("c: m (retry after 12 s) (request id req_1)");
  }

  @Test
  void reads_the_report_of_the_mock() {
    SeedanceApiException failure =
        failure(
            Reply.json(
                400,
                """
                {"error":{"code":"invalid_request","message":"m","violations":[
                  {"rule":"duration.unsupported","severity":"error","pointer":"/duration",
                   "message":"no","value":5,"allowed":[4,8]}]}}"""));

    assertThat(failure.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.getRule()).isEqualTo("duration.unsupported");
              assertThat(violation.getAllowed()).isEqualTo(List.of(4, 8));
            });
  }

  @Test
  void takes_a_success_of_false_for_an_error_whatever_the_status() {
    SeedanceApiException failure =
        failure(Reply.json(200, "{\"success\":false,\"message\":\"no balance\"}"));

    assertThat(failure).hasMessage("getGeneration: HTTP 200: no balance");
  }

  @Test
  void a_response_that_is_too_large_is_not_taken_into_memory() {
    SeedanceClient small = TestClient.of(server, new FakeTime()).maxResponseBytes(1_000).build();
    server.reply(Reply.text(200, "application/json", " ".repeat(5_000)).with("X-Request-Id", "r"));
    assertThatThrownBy(() -> small.get("tsk_vid_1"))
        .isExactlyInstanceOf(ResponseTooLargeException.class)
        .hasMessage(
            "getGeneration: HTTP 200: the answer is longer than 1000 bytes; if it should be,"
                + " raise maxResponseBytes (request id r)");
    assertThat(server.calls()).as("asked once: it would be the same again").hasSize(1);
  }

  @Test
  void a_response_without_end_is_too_large_as_soon_as_it_is() {
    SeedanceClient small = TestClient.of(server, new FakeTime()).maxResponseBytes(1_000).build();
    server.reply(Reply.bytes(200, new byte[5_000]).butPromise(Integer.MAX_VALUE).thenStall());
    assertThatThrownBy(() -> small.get("tsk_vid_1"))
        .isExactlyInstanceOf(ResponseTooLargeException.class);
  }

  @Test
  void an_error_response_that_is_too_large_is_still_the_error() {
    SeedanceClient small =
        TestClient.of(server, new FakeTime())
            .retryPolicy(RetryPolicy.never())
            .maxResponseBytes(1_000)
            .build();
    server.reply(Reply.text(502, "text/html", "<title>Bad</title>" + "x".repeat(5_000)));
    assertThatThrownBy(() -> small.get("tsk_vid_1"))
        .isExactlyInstanceOf(ServerErrorException.class)
        .hasMessageContaining("a web page, \"Bad\"");
  }

  @Test
  void does_not_follow_redirects_with_the_key() {
    SeedanceApiException failure =
        failure(Reply.bytes(302, new byte[0]).with("Location", server.url() + "/elsewhere"));

    assertThat(failure)
        .hasMessage("getGeneration: HTTP 302: the server redirects; check the base URL");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void never_shows_the_key_even_if_the_server_does() {
    SeedanceApiException failure =
        failure(Reply.error(401, "unauthorized", TestClient.KEY + " is no key of ours"));

    assertThat(failure).hasMessageContaining("*** is no key of ours");
    assertThat(failure.toString() + failure.body()).doesNotContain(TestClient.KEY);
  }

  private SeedanceApiException failure(Reply reply) {
    server.reply(reply);
    return catchThrowableOfType(SeedanceApiException.class, () -> client.get("tsk_vid_1"));
  }
}
