package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.Bounds;
import dev.seedance.mock.options.MockOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionHttpTest {

  private static MockServer server;
  private static HttpCalls calls;

  @BeforeAll
  static void start() {
    var options = MockOptions.builder().corsOrigins(List.of("http://localhost:5173"));
    server = MockServer.start(options.build());
    calls = new HttpCalls(server.baseUrl());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: attacker.example\r\n\r\n",
        "GET /v1/balance HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /_mock/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 999999999999\r\nExpect: 100-continue\r\n\r\n"
      })
  void every_answer_has_a_request_id_and_json(String request) throws IOException {
    String answer = raw(request);
    assertThat(answer).startsWith("HTTP/1.").containsIgnoringCase("x-request-id: req_");
    assertThat(answer).containsIgnoringCase("content-type: application/json");
    assertThat(answer).doesNotContainPattern("^HTTP/1.. 5");
  }

  @Test
  void a_name_that_may_be_anybodys_is_refused_whatever_is_asked() throws IOException {
    String answer =
        raw(
            "POST /_mock/reset HTTP/1.1\r\nHost: attacker.example:8080\r\n"
                + "Authorization: Bearer any\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(answer)
        .startsWith("HTTP/1.1 421")
        .contains("\"the Host header names 'attacker.example:8080'")
        .contains("--cors-origin");
  }

  @Test
  void such_a_name_can_not_break_out_of_the_answer() throws IOException {
    String answer = raw("GET /v1/balance HTTP/1.1\r\nHost: a\".\\b\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("names 'a?.?b'");
  }

  @Test
  void a_long_url_is_refused() throws IOException {
    assertRefused(raw("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"));
  }

  @Test
  void long_headers_are_refused() throws IOException {
    assertRefused(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(17_000) + "\r\n\r\n"));
  }

  @Test
  void a_body_beyond_any_limit_is_413_after_it_was_read() {
    var answer =
        calls.send(
            calls
                .request("/v1/videos/generations")
                .header("Authorization", "Bearer key")
                .POST(BodyPublishers.ofByteArray(new byte[BodyLimits.MAX_UPLOAD + 1])));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("/error/code")).isEqualTo("request_too_large");
    assertThat(answer.header("X-Request-Id")).startsWith("req_");
  }

  @Test
  void a_large_json_body_is_413() {
    var answer = calls.submit("key", "{\"prompt\":\"" + "x".repeat(20 << 20) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("X-Request-Id")).startsWith("req_");
  }

  @Test
  void one_connection_too_many_is_refused_until_another_closes() throws IOException {
    var options = MockOptions.builder().bounds(Bounds.builder().maxConnections(2).build()).build();
    try (var small = MockServer.start(options)) {
      List<Socket> open = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Socket socket = new Socket(small.baseUrl().getHost(), small.baseUrl().getPort());
        open.add(socket);
        assertThat(exchange(socket)).startsWith("HTTP/1.1 200");
      }
      try (var third = new Socket(small.baseUrl().getHost(), small.baseUrl().getPort())) {
        assertThat(exchange(third))
            .startsWith("HTTP/1.1 503")
            .contains("rate_limit_unavailable", "2 connections")
            .containsIgnoringCase("x-request-id: req_");
      }
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void a_page_of_a_named_origin_may_call() {
    var preflight = preflight("http://localhost:5173");
    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:5173");
    assertThat(preflight.header("Access-Control-Allow-Headers"))
        .containsIgnoringCase("authorization");
    var answer =
        calls.send(
            calls
                .request("/v1/balance")
                .header("Authorization", "Bearer key")
                .header("Origin", "http://localhost:5173"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:5173");
    assertThat(
            String.join(
                ",", answer.response().headers().allValues("Access-Control-Expose-Headers")))
        .contains("X-Request-Id");
  }

  @Test
  void a_page_of_another_origin_may_not() {
    assertThat(preflight("http://evil.example").header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void a_foreign_origin_is_refused_in_the_shape_of_the_api() {
    try (var closed = MockServer.start(MockOptions.builder().build())) {
      var there = new HttpCalls(closed.baseUrl());
      for (String path : List.of("/v1/videos/generations/x", "/_mock/clock", "/v1/balance")) {
        var refused =
            there.send(
                there
                    .request(path)
                    .header("Authorization", "Bearer key")
                    .header("Origin", "http://evil.example"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("X-Request-Id")).startsWith("req_");
        assertThat(refused.text("/error/message") + refused.text("/message"))
            .contains("--cors-origin");
      }
    }
  }

  private static HttpCalls.Answer preflight(String origin) {
    return calls.send(
        calls
            .request("/v1/videos/generations")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static void assertRefused(String answer) {
    assertThat(answer)
        .matches("(?s)HTTP/1.[01] 4.*")
        .containsIgnoringCase("x-request-id: req_")
        .contains("\"error\"");
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(server.baseUrl().getHost(), server.baseUrl().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return readSome(socket);
    }
  }

  private static String exchange(Socket socket) throws IOException {
    String request = "GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n";
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return readSome(socket);
  }

  /** What arrives until the body's end, which every answer in here has as a closing brace. */
  private static String readSome(Socket socket) throws IOException {
    var text = new StringBuilder();
    int read = socket.getInputStream().read();
    while (read >= 0) {
      text.append((char) read);
      read =
          socket.getInputStream().available() > 0 || !text.toString().endsWith("}")
              ? socket.getInputStream().read()
              : -1;
    }
    return text.toString();
  }
}
