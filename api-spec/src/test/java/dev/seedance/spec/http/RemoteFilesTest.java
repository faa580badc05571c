package dev.seedance.spec.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteFilesTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  RemoteFilesTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/whole", exchange -> send(exchange, 200, new byte[1_000]));
    server.createContext("/none", exchange -> send(exchange, 404, new byte[1_000]));
    server.createContext("/endless", this::sendEndlessly);
    server.createContext("/silent", this::sendNothing);
    server.createContext("/stuck", this::sendHalf);
    server.createContext("/away", exchange -> redirect(exchange, "/whole"));
    server.createContext("/circle", exchange -> redirect(exchange, "/circle"));
    server.createContext("/odd", exchange -> redirect(exchange, "file:///etc/hosts"));
    server.createContext("/key", exchange -> send(exchange, 200, headers(exchange)));
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void a_file_within_the_limit_is_read_whole() throws Exception {
    RemoteFiles.Content content = get("/whole", 1_000, LONG);

    assertThat(content.isOk()).isTrue();
    assertThat(content.bytes()).hasSize(1_000);
    assertThat(content.size()).isEqualTo(1_000);
  }

  @Test
  void one_byte_more_than_the_limit_is_read_and_the_size_told() throws Exception {
    RemoteFiles.Content content = get("/whole", 99, LONG);

    assertThat(content.bytes()).hasSize(100);
    assertThat(content.size()).isEqualTo(1_000);
  }

  @Test
  void a_file_without_end_is_left_at_the_limit() throws Exception {
    assertThat(get("/endless", 100_000, LONG).bytes()).hasSize(100_001);
  }

  @Test
  void another_status_has_no_bytes() throws Exception {
    RemoteFiles.Content content = get("/none", 1_000, LONG);

    assertThat(content.isOk()).isFalse();
    assertThat(content.status()).isEqualTo(404);
    assertThat(content.bytes()).isEmpty();
  }

  @Test
  void what_does_not_come_in_time_is_given_up() {
    for (String path : new String[] {"/silent", "/stuck"}) {
      assertThatThrownBy(() -> get(path, 1_000, SHORT))
          .as(path)
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void redirects_are_followed_to_http_and_not_for_ever() throws Exception {
    assertThat(get("/away", 1_000, LONG).bytes()).hasSize(1_000);
    assertThatThrownBy(() -> get("/circle", 1_000, LONG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 5 times");
    assertThatThrownBy(() -> get("/odd", 1_000, LONG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("file:///etc/hosts");
  }

  @Test
  void no_credentials_go_along() throws Exception {
    assertThat(new String(get("/key", 10_000, LONG).bytes(), UTF_8))
        .doesNotContainIgnoringCase("authorization")
        .doesNotContainIgnoringCase("cookie");
  }

  private RemoteFiles.Content get(String path, long maxBytes, Duration timeout)
      throws IOException, InterruptedException {
    String url = "http://localhost:" + server.getAddress().getPort() + path;
    return new RemoteFiles(HttpClient.newHttpClient(), timeout)
        .get(Objects.requireNonNull(HttpUrl.parse(url)), maxBytes);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    send(exchange, 302, new byte[] {1});
  }

  private static byte[] headers(HttpExchange exchange) {
    return exchange.getRequestHeaders().keySet().toString().getBytes(UTF_8);
  }

  private void sendEndlessly(HttpExchange exchange) throws IOException {
    byte[] block = new byte[8_192];
    Arrays.fill(block, (byte) 7);
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      while (end.getCount() > 0) {
        exchange.getResponseBody().write(block);
      }
    }
  }

  private void sendNothing(HttpExchange exchange) {
    try (exchange) {
      awaitEnd();
    }
  }

  private void sendHalf(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write(new byte[500]);
      exchange.getResponseBody().flush();
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
