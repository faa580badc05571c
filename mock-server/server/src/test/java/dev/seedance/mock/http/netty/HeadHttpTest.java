package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HEAD is GET without a body, on every route that there is. */
class HeadHttpTest {

  private static final String EVENTS = "/_mock/events";

  /** Names of headers whose values differ from call to call: ids, times and what is left. */
  private static final List<String> VARYING =
      List.of(
          "connection",
          "date",
          "expires",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-request-id");

  /** Paths whose body differs from call to call, and so its length. */
  private static final List<String> VARYING_BODIES = List.of("/metrics", "/_mock/cluster");

  @RegisterExtension
  static final TestServer server =
      TestServer.with("--clock=frozen", "--rate-limits", "--query-rate=1000000/1000000");

  private static String task() {
    return server.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:instant] x\"}").text("/id");
  }

  @Test
  void has_the_status_and_the_headers_of_get_on_every_route() throws Exception {
    String id = task();
    String file = URI.create(server.poll(id).text("/result/data/0/url")).getPath();
    List<String> paths = new ArrayList<>();
    server
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.GET)
        .map(route -> route.getUriMatchTemplate().toPathString())
        .forEach(
            path -> {
              paths.add(path.replaceAll("\\{[^}]*}", "unknown"));
              paths.add(path.replace("{id}", id).replaceAll("\\{[^}]*}", "index.html"));
            });
    paths.addAll(List.of(file, file + "?x", "/dashboard/app.js", "/nowhere", "/v1/nowhere"));
    assertThat(paths).contains("/", "/docs", EVENTS, "/openapi.yaml", "/_mock/tasks/" + id);
    for (String path : paths) {
      for (Map<String, String> headers : variants()) {
        assertThat(head("HEAD", path, headers)).as(path).isEqualTo(head("GET", path, headers));
      }
    }
    assertThat(head("HEAD", file, Map.of()))
        .contains("200", "content-type=[video/mp4]", "accept-ranges=[bytes]", "etag=[");
  }

  /** Headers of requests on which the response depends; the key is left out of the first. */
  private static List<Map<String, String>> variants() {
    String key = "Bearer " + server.key();
    return List.of(
        Map.of(),
        Map.of("Authorization", key),
        Map.of("Authorization", key, "Range", "bytes=0-9"),
        Map.of("Authorization", key, "Range", "bytes=999999999-"),
        Map.of("Authorization", key, "Accept", "image/x"));
  }

  /** Returns status and headers without those that differ from call to call. */
  private static String head(String method, String path, Map<String, String> headers)
      throws Exception {
    var request = server.request(path).method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    response.body().close(); // the stream of events has no end
    var kept = new TreeMap<>(response.headers().map());
    VARYING.forEach(kept::remove);
    if (VARYING_BODIES.contains(path)) {
      kept.remove("content-length");
    }
    return response.statusCode() + " " + kept;
  }

  @Test
  void sends_no_body_and_leaves_the_connection_usable() throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      for (String path : List.of("/", "/docs", "/_mock/health", "/nowhere", "/v1/balance")) {
        connection.write("HEAD " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(connection.readHead()).startsWith("HTTP/1.1 ").contains("ontent-");
      }
      assertThat(connection.exchange("GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void ends_a_stream_of_events_after_its_head() throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      connection.write(
          "HEAD " + EVENTS + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\n\r\n");
      assertThat(connection.readHead()).startsWith("HTTP/1.1 200").contains("text/event-stream");
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void advances_an_automatic_clock_and_stands_in_the_journal_as_head() {
    try (var auto = TestServer.with("--clock=auto").start()) {
      String id = auto.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}").text("/id");
      String before = auto.get("/_mock/clock").text("/now");
      auto.send(auto.keyed("/v1/videos/generations/" + id).method("HEAD", BodyPublishers.noBody()));
      assertThat(auto.get("/_mock/clock").text("/now")).isNotEqualTo(before);
      assertThat(auto.get("/_mock/requests").json().at("/requests").findValuesAsText("method"))
          .containsExactly("POST", "HEAD");
    }
  }
}
