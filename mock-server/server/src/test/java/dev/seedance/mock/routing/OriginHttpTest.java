package dev.seedance.mock.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.OriginTable;
import dev.seedance.mock.OriginTable.Row;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends what a browser would send for each row of the table. */
class OriginHttpTest {

  private static final String NAMED = "http://localhost:5173";
  private static final String ALLOW = "Access-Control-Allow-Origin";

  private static Map<String, String> files = Map.of();

  @RegisterExtension
  static final TestServer server = TestServer.with("--cors-origin=HTTP://Localhost:5173/");

  @BeforeAll
  static void create() {
    files = OriginTable.files(server.as(OriginTable.KEY));
  }

  static List<Row> rows() {
    return OriginTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_response_says_who_may_read_it(Row row) throws Exception {
    var response = send(row);
    assertThat(response.statusCode()).isEqualTo(row.status());
    List<String> readers = response.headers().allValues(ALLOW);
    switch (row.page()) {
      case OWN -> assertThat(readers).isSubsetOf("*");
      case NAMED -> assertThat(readers).containsExactly(isFile(row) ? "*" : NAMED);
      default -> {
        assertThat(readers).isEqualTo(row.isReadable() ? List.of("*") : List.of());
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-credentials");
      }
    }
    if (!isFile(row)) {
      assertThat(response.headers().allValues("Vary")).contains("origin");
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_preflight_grants_what_the_page_may_send(Row row) {
    Response preflight =
        server.send(
            server
                .request(url(row))
                .header("Origin", origin(row))
                .header("Access-Control-Request-Method", row.method())
                .header("Access-Control-Request-Headers", "authorization,x-anything")
                .header("Access-Control-Request-Private-Network", "true")
                .method("OPTIONS", BodyPublishers.noBody()));
    if (row.isReadable()) {
      assertThat(preflight.status()).isEqualTo(200);
      assertThat(preflight.body()).isEmpty();
      assertThat(preflight.header("Access-Control-Allow-Methods")).contains(row.method());
      assertThat(preflight.header("Access-Control-Allow-Headers"))
          .isEqualTo("authorization,x-anything");
      assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("1800");
      assertThat(preflight.header("Access-Control-Allow-Private-Network")).isEqualTo("true");
      assertThat(String.join(", ", preflight.headers("Vary")))
          .contains("Access-Control-Request-Method", "Access-Control-Request-Headers");
    } else {
      assertThat(preflight.status()).isEqualTo(403);
      assertThat(preflight.text()).contains("'" + origin(row) + "'", "--cors-origin");
      assertThat(preflight.headers(ALLOW)).isEmpty();
      assertThat(preflight.header("X-Request-Id")).startsWith("req_");
    }
  }

  @Test
  void a_page_may_read_the_headers_of_a_response() {
    Response file =
        server.send(server.request(files.getOrDefault("RESULT", "")).header("Range", "bytes=0-9"));
    assertThat(exposed(file)).contains("ETag", "Content-Range", "Accept-Ranges", "X-Request-Id");
    Response refused =
        server.send(server.keyed("/v1/videos/generations/x").header("Origin", NAMED));
    assertThat(exposed(refused)).contains("X-Request-Id");
    assertThat(refused.header("Access-Control-Allow-Credentials")).isEqualTo("true");
  }

  @Test
  void a_page_may_read_the_limits_that_it_met() {
    try (var limited =
        TestServer.with("--cors-origin=" + NAMED, "--rate-limits", "--query-rate=1/1").start()) {
      limited.poll("x");
      Response second =
          limited.send(limited.keyed("/v1/videos/generations/x").header("Origin", NAMED));
      assertThat(second.status()).isEqualTo(429);
      assertThat(exposed(second)).contains("Retry-After", "X-RateLimit-Reset");
    }
  }

  @Test
  void a_page_may_read_a_refusal_that_is_made_before_any_route() {
    try (var full = TestServer.with("--cors-origin=" + NAMED, "--max-bytes-in-flight=1").start()) {
      Response refused =
          full.send(
              full.keyed("/v1/videos/generations")
                  .header("Origin", NAMED)
                  .POST(BodyPublishers.ofString("{}")));
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.header(ALLOW)).isEqualTo(NAMED);
    }
  }

  @Test
  void pipelined_responses_are_told_apart() throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      String head = "GET /_mock/health HTTP/1.1\r\nHost: a\r\n";
      connection.write(
          head + "\r\n" + head + "Origin: " + NAMED + "\r\n\r\n" + head + "Origin: null\r\n\r\n");
      assertThat(connection.read()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase(ALLOW);
      assertThat(connection.read()).contains("rigin: " + NAMED);
      assertThat(connection.read()).startsWith("HTTP/1.1 403").doesNotContainIgnoringCase(ALLOW);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: mock.test\r\nOrigin: https://mock.test",
        "Host: mock.test:443\r\nOrigin: https://mock.test",
        "Host: Mock.test:80\r\nOrigin: http://mock.test",
        "Host: [::1]:8080\r\nOrigin: http://[::1]:8080"
      })
  void the_server_s_own_pages_may_call_behind_a_proxy_too(String headers) throws IOException {
    assertThat(health(headers)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: mock.test\r\nOrigin: http://mock.test:81",
        "Host: mock.test:443\r\nOrigin: http://mock.test",
        "Host: mock.test\r\nOrigin: https://mock.test.evil.example",
        "Host: mock.test\r\nOrigin: ftp://mock.test",
        "Host: localhost:5173\r\nOrigin: http://localhost:51731",
        "Host: \r\nOrigin: http://localhost"
      })
  void a_similar_origin_is_another(String headers) throws IOException {
    assertThat(health(headers)).startsWith("HTTP/1.1 403").contains("origin_not_allowed");
  }

  private static String health(String headers) throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      return connection.exchange("GET /_mock/health HTTP/1.1\r\n" + headers + "\r\n\r\n");
    }
  }

  private static HttpResponse<?> send(Row row) throws Exception {
    HttpRequest.Builder request =
        server
            .request(url(row))
            .header("Origin", origin(row))
            .method(row.method(), BodyPublishers.ofString(row.body()));
    row.headers().forEach(request::header);
    if (row.withKey()) {
      request.header("Authorization", "Bearer " + OriginTable.KEY);
    }
    var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    response.body().close(); // the stream of events has no end
    return response;
  }

  private static boolean isFile(Row row) {
    return URI.create(url(row)).getPath().matches("/(files|uploads)/.*");
  }

  private static String url(Row row) {
    return files.getOrDefault(row.path(), row.path());
  }

  private static String origin(Row row) {
    return switch (row.page()) {
      case OWN -> server.baseUrl().toString();
      case NAMED -> NAMED;
      case UNNAMED -> "http://localhost:3000";
      case NULL -> "null";
    };
  }

  private static String exposed(Response response) {
    return response.header("Access-Control-Expose-Headers");
  }
}
