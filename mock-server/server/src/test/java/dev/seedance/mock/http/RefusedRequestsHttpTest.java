package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import dev.seedance.validator.RequestValidator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the libraries below the routes refuse a request, in the contract's words. */
class RefusedRequestsHttpTest {

  private static final String SUBMIT = "/v1/videos/generations";
  private static final String GROUPS = "/v1/videos/doubao-seedance-2-0/private-avatar/groups";
  private static final String HEAD =
      " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\nConnection: close\r\n";
  private static final int MEBIBYTE = 1 << 20;

  /** Words of Micronaut, Netty and Jackson, and of nobody else. */
  private static final List<String> THEIRS =
      List.of(
          "micronaut",
          "netty",
          "jackson",
          "fasterxml",
          "exception",
          "java.",
          "bufferable",
          "controller",
          "argument",
          "convert",
          "token",
          "feature",
          "source:",
          "redacted",
          "decoder",
          "required body",
          "malformed uri",
          "bad request\"",
          "too large\"",
          "specified accept");

  @RegisterExtension static final TestServer server = TestServer.with();

  /**
   * One request and its refusal.
   *
   * @param code the code of the error; empty if the route refuses without one
   * @param words a part of the message
   */
  record Row(String request, int status, String code, String words) {

    @Override
    public String toString() {
      String start = request.substring(0, Math.min(request.length(), 60));
      return start.replaceAll("[^ -~]", "?") + " " + words;
    }
  }

  static List<Row> rows() {
    String small = "at most 1048576 are read";
    String big = "at most %d are read".formatted(RequestValidator.MAX_BODY_BYTES);
    String over = "x".repeat(RequestValidator.MAX_BODY_BYTES + 1);
    String line = "a first line or a header that is not well-formed";
    String path = "percent-encode";
    String chunks = "chunks are not well-formed";
    String large = "request_too_large";
    return List.of(
        new Row(post(SUBMIT, over), 413, large, big),
        new Row(post("/_mock/validate", over), 413, large, big),
        new Row(post("/_mock/scenarios", "x".repeat(MEBIBYTE)), 413, large, "most 65536"),
        new Row(post(GROUPS, "x".repeat(MEBIBYTE + 1)), 400, "", small),
        new Row(chunked(Integer.toHexString(over.length()), over), 413, large, big),
        new Row(chunked("zz", "{}"), 400, "invalid_request", chunks),
        new Row(chunked("fffffffffffffffffff", "{}"), 400, "invalid_request", chunks),
        new Row(chunked("1", "{}"), 400, "invalid_request", chunks),
        bad(
            "GET /" + "x".repeat(9_000) + HEAD + "\r\n",
            413,
            large,
            "first line of more than 8192"),
        bad(get("/x", "X: " + "y".repeat(17_000)), 413, large, "headers of more than 16384 bytes"),
        bad(get("/x", manyHeaders()), 413, large, "headers of more than 16384 bytes"),
        bad("POST " + SUBMIT + HEAD + "Content-Length: -1\r\n\r\n", 400, line),
        bad("POST " + SUBMIT + HEAD + "Content-Length: x\r\n\r\n", 400, line),
        bad("POST " + SUBMIT + HEAD + "Content-Length: 99999999999999999999\r\n\r\n", 400, line),
        bad(
            "POST " + SUBMIT + HEAD + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            400,
            line),
        bad(get("/x", "Content-Length: 2\r\nTransfer-Encoding: chunked"), 400, line),
        bad(get("/x", "nonsense"), 400, line),
        bad(get("/x", "A\u0001B: 1"), 400, line),
        bad(get("/x", "A : 1"), 400, line),
        bad(get("/x", "A: 1\u00002"), 400, line),
        bad("G@T /" + HEAD + "\r\n", 400, line),
        bad("GET / FTP/1.1\r\n\r\n", 400, line),
        bad("GET /a b" + HEAD + "\r\n", 400, line),
        bad("\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400, line),
        bad("GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400, "HTTP/9.9; expected HTTP/1.1"),
        bad("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "HTTP/2.0; expected HTTP/1.1"),
        bad(get("/%zz", "A: 1"), 400, path),
        bad(get(SUBMIT + "/%", "A: 1"), 400, path),
        bad(get("/[x]", "A: 1"), 400, path),
        bad(get("/_mock/tasks?limit=%zz", "A: 1"), 400, path),
        bad(get("http://[/v1/balance", "A: 1"), 400, path),
        bad(get("/_mock/tasks?limit=abc", "A: 1"), 400, "'abc' as 'limit'; expected one whole"),
        bad(get("/_mock/tasks?limit=99999999999", "A: 1"), 400, "'99999999999' as 'limit'"),
        bad(get("/_mock/tasks?limit=1&limit=2", "A: 1"), 400, "as 'limit'; expected one"),
        bad(get("/_mock/requests?status=abc", "A: 1"), 400, "'abc' as 'status'"),
        bad(get("/_mock/tasks", "Accept: image/png"), 406, "the header Accept"),
        bad(get("/_mock/events", "Accept: application/json"), 406, "the header Accept"),
        bad(get("/_mock/tasks", "Cookie: \u007f=;;=,,"), 400, "not well-formed"),
        bad("DELETE /_mock/clock" + HEAD + "\r\n", 405, "method_not_allowed", "method DELETE"),
        bad("BREW /_mock/clock" + HEAD + "\r\n", 405, "method_not_allowed", "method BREW"),
        bad("CONNECT a:1" + HEAD + "\r\n", 404, "not_found", "no route CONNECT"),
        bad("OPTIONS *" + HEAD + "\r\n", 404, "not_found", "no route OPTIONS"),
        new Row(post("/v1/uploads/images", "{}"), 400, "", "the Content-Type is 'text/any'"));
  }

  private static String manyHeaders() {
    return IntStream.range(0, 3_000)
        .mapToObj(i -> "X" + i + ": 1")
        .collect(Collectors.joining("\r\n"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_refusal_has_our_shape_our_code_and_no_word_of_a_library(Row row) throws Exception {
    String response;
    try (var connection = RawConnection.to(server.baseUrl())) {
      response = connection.exchange(row.request());
    }
    assertThat(response).startsWith("HTTP/1.1 " + row.status() + " ");
    assertThat(response).containsIgnoringCase("content-type: application/json");
    String body = response.substring(response.indexOf("\r\n\r\n") + 4);
    JsonNode json = new ObjectMapper().readTree(body);
    assertThat(json.at("/error/code").asText()).isEqualTo(row.code());
    assertThat(json.at("/error/message").asText() + json.path("message").asText())
        .contains(row.words());
    assertThat(json.at("/error/type").isTextual() || json.path("success").isBoolean()).isTrue();
    assertThat(THEIRS).noneMatch(body.toLowerCase(Locale.ROOT)::contains);
  }

  private static Row bad(String request, int status, String words) {
    return bad(request, status, "invalid_request", words);
  }

  private static Row bad(String request, int status, String code, String words) {
    return new Row(request, status, code, words);
  }

  private static String get(String target, String headers) {
    return "GET " + target + HEAD + headers + "\r\n\r\n";
  }

  private static String post(String path, String body) {
    return "POST "
        + path
        + HEAD
        + "Content-Type: text/any\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String chunked(String size, String body) {
    return "POST "
        + SUBMIT
        + HEAD
        + "Transfer-Encoding: chunked\r\n\r\n"
        + size
        + "\r\n"
        + body
        + "\r\n0\r\n\r\n";
  }
}
