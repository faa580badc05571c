package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import dev.seedance.validator.RequestValidator;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionHttpTest {

  private static final String HEALTH = "GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String EVENTS =
      "GET /_mock/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\n\r\n";

  @RegisterExtension static final TestServer server = TestServer.with();

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
  void every_response_has_a_request_id_and_json(String request) throws IOException {
    String response = raw(request);
    assertThat(response).startsWith("HTTP/1.").containsIgnoringCase("x-request-id: req_");
    assertThat(response).containsIgnoringCase("content-type: application/json");
    assertThat(response).doesNotContainPattern("^HTTP/1.. 5");
  }

  @Test
  void a_name_that_may_be_anybodys_is_refused_whatever_is_asked() throws IOException {
    String response =
        raw(
            "POST /_mock/reset HTTP/1.1\r\nHost: attacker.example:8080\r\n"
                + "Authorization: Bearer any\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(response)
        .startsWith("HTTP/1.1 421")
        .contains("\"the Host header names 'attacker.example:8080'")
        .contains("--public-url");
  }

  @Test
  void such_a_name_can_not_break_out_of_the_response() throws IOException {
    String response = raw("GET /v1/balance HTTP/1.1\r\nHost: a\".\\b\r\n\r\n");
    assertThat(response).startsWith("HTTP/1.1 400").contains("names 'a?.?b'");
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
    var response =
        server.send(
            server
                .keyed("/v1/videos/generations")
                .POST(BodyPublishers.ofByteArray(new byte[RequestValidator.MAX_BODY_BYTES + 1])));
    assertThat(response.status()).isEqualTo(413);
    assertThat(response.text("/error/code")).isEqualTo("request_too_large");
    assertThat(response.header("X-Request-Id")).startsWith("req_");
  }

  @Test
  void one_connection_too_many_takes_the_place_of_the_one_that_waits_longest() throws IOException {
    try (var small = TestServer.with("--max-connections=2").start();
        var halfHead = RawConnection.to(small.baseUrl());
        var other = RawConnection.to(small.baseUrl())) {
      halfHead.write("GET /_mock/health HT");
      assertThat(other.exchange(HEALTH)).startsWith("HTTP/1.1 200");
      try (var third = RawConnection.to(small.baseUrl())) {
        assertThat(third.exchange(HEALTH)).startsWith("HTTP/1.1 200");
        assertThat(halfHead.isAtEnd()).isTrue();
        assertThat(other.exchange(HEALTH)).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void one_connection_too_many_is_refused_while_all_others_have_requests() throws IOException {
    try (var small = TestServer.with("--max-connections=2").start();
        var first = RawConnection.to(small.baseUrl());
        var second = RawConnection.to(small.baseUrl())) {
      first.write(EVENTS);
      assertThat(first.readHead()).startsWith("HTTP/1.1 200");
      second.write(EVENTS);
      assertThat(second.readHead()).startsWith("HTTP/1.1 200");
      try (var third = RawConnection.to(small.baseUrl())) {
        assertThat(third.exchange(HEALTH))
            .startsWith("HTTP/1.1 503")
            .contains("rate_limit_unavailable", "2 connections")
            .containsIgnoringCase("x-request-id: req_");
        assertThat(third.isAtEnd()).isTrue();
      }
    }
  }

  @Test
  void silent_connections_lock_nobody_out() throws IOException {
    try (var small = TestServer.with("--max-connections=30").start();
        var closer = new Closer()) {
      for (int i = 0; i < 90; i++) {
        closer
            .add(RawConnection.to(small.baseUrl()))
            .write(i % 3 == 0 ? "" : "GET / HTTP/1.1\r\nHo");
      }
      try (var late = RawConnection.to(small.baseUrl())) {
        assertThat(late.exchange(HEALTH)).startsWith("HTTP/1.1 200");
      }
    }
  }

  /** Closes many connections. */
  private static final class Closer implements AutoCloseable {

    private final List<RawConnection> connections = new ArrayList<>();

    RawConnection add(RawConnection connection) {
      connections.add(connection);
      return connection;
    }

    @Override
    public void close() throws IOException {
      for (RawConnection connection : connections) {
        connection.close();
      }
    }
  }

  private static void assertRefused(String response) {
    assertThat(response)
        .matches("(?s)HTTP/1.[01] 4.*")
        .containsIgnoringCase("x-request-id: req_")
        .contains("\"error\"");
  }

  private static String raw(String request) throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      return connection.exchange(request);
    }
  }
}
