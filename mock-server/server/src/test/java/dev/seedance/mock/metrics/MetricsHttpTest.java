package dev.seedance.mock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.cluster.Cluster;
import dev.seedance.mock.store.MemoryStore;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The figures of a server at {@code GET /metrics}. */
class MetricsHttpTest {

  private static final String BODY = "{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}";
  private static final Path PAGE = Path.of("../../docs/observability.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `(seedance_mock_\\w+)` \\| (\\w+) \\| (.*?) \\| (.+?) \\|");
  private static final Pattern LINE = Pattern.compile("# (HELP|TYPE) (\\w+) (.*)");

  @Test
  void requests_are_counted_by_route_and_class_of_status() throws Exception {
    try (var server = TestServer.with("--clock=frozen").start()) {
      String id = server.submit(BODY).text("/id");
      server.poll(id);
      server.poll(id);
      server.poll("unknown");
      server.submit("{}");
      server.getWithoutKey(Calls.GENERATIONS + "/" + id);
      server.getWithoutKey("/nowhere");
      try (var raw = RawConnection.to(server.baseUrl())) {
        raw.exchange("GET /v1/balance HTTP/1.1\r\n\r\n");
      }
      assertThat(lines(server, "seedance_mock_requests_total"))
          .containsExactlyInAnyOrder(
              request("POST", "/v1/videos/generations", "2xx", 1),
              request("POST", "/v1/videos/generations", "4xx", 1),
              request("GET", "/v1/videos/generations/{id}", "2xx", 2),
              request("GET", "/v1/videos/generations/{id}", "4xx", 2),
              request("none", "none", "4xx", 2));
      assertThat(lines(server, "seedance_mock_requests_total"))
          .as("the first scrape")
          .contains(request("GET", "/metrics", "2xx", 1));
    }
  }

  @Test
  void paths_keys_and_methods_of_callers_make_no_figures() {
    try (var server = TestServer.with().start()) {
      for (int i = 0; i < 50; i++) {
        server.as("a-secret-key-" + i).get("/v1/path/" + i);
        server.as("a-secret-key-" + i).poll("task-" + i);
        server.as("a-secret-key-" + i).send("ODD" + i, "/odd", BodyPublishers.noBody());
      }
      assertThat(lines(server, "seedance_mock_requests_total")).hasSize(2);
      assertThat(scrape(server).text()).doesNotContain("a-secret-key", "task-1", "ODD");
      assertThat(lines(server, "seedance_mock_sandboxes"))
          .containsExactly("seedance_mock_sandboxes 50.0");
    }
  }

  @Test
  void tasks_are_counted_by_state_and_bytes_against_their_bounds() {
    try (var server = TestServer.with("--clock=frozen", "--max-memory=64MiB").start()) {
      server.submit(BODY);
      server.submit(BODY);
      server.submit(BODY.replace("a boat", "[mock:instant] a boat"));
      assertThat(lines(server, "seedance_mock_tasks"))
          .containsExactlyInAnyOrder(
              "seedance_mock_tasks{state=\"queued\"} 2.0",
              "seedance_mock_tasks{state=\"in_progress\"} 0.0",
              "seedance_mock_tasks{state=\"completed\"} 1.0",
              "seedance_mock_tasks{state=\"failed\"} 0.0");
      server.advance("PT1H");
      assertThat(lines(server, "seedance_mock_tasks"))
          .contains("seedance_mock_tasks{state=\"completed\"} 3.0");
      assertThat(lines(server, "seedance_mock_held_bytes_max"))
          .hasSize(3)
          .contains("seedance_mock_held_bytes_max{bound=\"max-memory\"} 6.7108864E7");
      assertThat(value(server, "seedance_mock_held_bytes{bound=\"max-memory\"}"))
          .isGreaterThan(3_000);
      assertThat(value(server, "seedance_mock_held_bytes{bound=\"max-bytes-in-flight\"}")).isZero();
    }
  }

  @Test
  void attempts_of_webhooks_are_counted_by_outcome() throws Exception {
    try (var server = TestServer.with().start()) {
      assertThat(lines(server, "seedance_mock_webhook_attempts_total"))
          .hasSize(3)
          .allMatch(line -> line.endsWith(" 0.0"));
      server.post("/_mock/webhooks/test", "{\"url\":\"http://127.0.0.1:1/\"}");
      assertThat(lines(server, "seedance_mock_webhook_attempts_total"))
          .contains("seedance_mock_webhook_attempts_total{outcome=\"failed\"} 1.0");
      server.post(
          "/_mock/webhooks/test", "{\"url\":\"" + server.baseUrl().resolve("/nowhere") + "\"}");
      assertThat(lines(server, "seedance_mock_webhook_attempts_total"))
          .contains("seedance_mock_webhook_attempts_total{outcome=\"refused\"} 1.0");
    }
  }

  @Test
  void commits_of_a_store_are_counted() {
    var time = new TestTime();
    try (var server =
        TestServer.with("--clock=frozen").at(time).on(new MemoryStore(time, true)).start()) {
      server.submit(BODY);
      server.bean(Cluster.class).runOnce();
      assertThat(value(server, "seedance_mock_store_commits_total{outcome=\"stored\"}"))
          .isPositive();
      assertThat(value(server, "seedance_mock_store_commits_total{outcome=\"failed\"}")).isZero();
    }
  }

  @Test
  void a_scrape_is_the_text_format_and_needs_no_key() {
    try (var server = TestServer.with("--api-key=good").start()) {
      Response scrape = scrape(server);
      assertThat(scrape.status()).isEqualTo(200);
      assertThat(scrape.header("Content-Type"))
          .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
      assertThat(scrape.text()).endsWith("\n");
      assertThat(value(server, "seedance_mock_event_loop_lag_seconds")).isBetween(0.0, 1.0);
      assertThat(value(server, "seedance_mock_connections")).isPositive();
    }
  }

  /** Names, types, labels and descriptions are those of the page. */
  @Test
  void the_page_lists_every_figure() throws Exception {
    var time = new TestTime();
    List<String> real = new ArrayList<>();
    try (var server = TestServer.with().at(time).on(new MemoryStore(time, false)).start()) {
      server.getWithoutKey("/nowhere");
      String text = scrape(server).text();
      Matcher lines = LINE.matcher(text);
      while (lines.find()) {
        String help = lines.group(3);
        assertThat(lines.find()).isTrue();
        String name = lines.group(2);
        Matcher sample = Pattern.compile("(?m)^" + name + "(?:\\{(.*)})? ").matcher(text);
        assertThat(sample.find()).as(name).isTrue();
        String labels =
            sample.group(1) == null ? "" : sample.group(1).replaceAll("=\"[^\"]*\"", "");
        real.add("%s %s %s %s".formatted(name, lines.group(3), labels, help));
      }
    }
    List<String> documented = new ArrayList<>();
    Matcher rows = ROW.matcher(Files.readString(PAGE));
    while (rows.find()) {
      String labels = rows.group(3).replaceAll("[`\\s]", "");
      documented.add("%s %s %s %s".formatted(rows.group(1), rows.group(2), labels, rows.group(4)));
    }
    assertThat(documented).containsExactlyInAnyOrderElementsOf(real);
  }

  private static String request(String method, String route, String status, int number) {
    return "seedance_mock_requests_total{method=\"%s\",route=\"%s\",status=\"%s\"} %d.0"
        .formatted(method, route, status, number);
  }

  private static double value(Calls server, String row) {
    return scrape(server)
        .text()
        .lines()
        .filter(line -> line.startsWith(row + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(row.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(Calls server, String name) {
    return scrape(server)
        .text()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .toList();
  }

  private static Response scrape(Calls server) {
    return server.getWithoutKey("/metrics");
  }
}
