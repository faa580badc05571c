package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestTime;
import dev.seedance.mock.store.MemoryStore;
import dev.seedance.mock.store.SandboxStore.Document;
import dev.seedance.mock.store.StoredServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server dies in the middle of a webhook attempt, and so in the middle of an advance. */
class InterruptedWebhookTest {

  private static final String[] OPTIONS = {"--clock=frozen", "--clock-start=2026-01-01T00:00:00Z"};

  private final TestTime time = new TestTime();
  private final MemoryStore store = new MemoryStore(time, true);
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private final List<String> storedOnArrival = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> hanging = new CompletableFuture<>();
  private final CompletableFuture<Void> release = new CompletableFuture<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile String hangsAt = "none";
  private HttpServer receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(threads);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void close() {
    release.complete(null);
    receiver.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      arrived.add(path + " " + exchange.getRequestHeaders().getFirst("X-ToAPIs-Webhook-Id"));
      storedOnArrival.add(storedDeliveries());
      if (path.equals(hangsAt)) {
        hanging.complete(null);
        release.join();
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Test
  void an_advance_that_was_cut_off_is_repeated_with_the_same_result() {
    List<JsonNode> whole;
    List<String> whileWhole;
    try (var server = new StoredServer(new MemoryStore(time, true), time, OPTIONS)) {
      submitAll(server.as("a"));
      server.as("a").advance("PT20M");
      whole = state(server.as("a"));
      whileWhole = List.copyOf(arrived);
      arrived.clear();
    }
    hangsAt = whileWhole.get(1).substring(0, whileWhole.get(1).indexOf(' '));
    String clock;
    try (var first = new StoredServer(store, time, OPTIONS)) {
      Calls calls = first.as("a");
      submitAll(calls);
      clock = calls.get("/_mock/clock").text("/now");
      threads.execute(() -> calls.advance("PT20M"));
      hanging.join();
      first.die();
    }
    hangsAt = "none";
    try (var second = new StoredServer(store, time, OPTIONS)) {
      Calls calls = second.as("a");
      assertThat(calls.get("/_mock/clock").text("/now")).isEqualTo(clock);
      assertThat(calls.poll("task-1").text("/status")).isEqualTo("queued");
      assertThat(calls.advance("PT20M").status()).isEqualTo(200);
      assertThat(state(calls)).isEqualTo(whole);
      List<String> again = new ArrayList<>(whileWhole);
      again.add(1, whileWhole.get(1)); // the interrupted one, once more with the same event id
      assertThat(arrived).isEqualTo(again);
      JsonNode attempts = deliveries(calls).path(1).path("attempts");
      assertThat(attempts).hasSize(2);
      assertThat(attempts.path(0).path("error").asText()).startsWith("interrupted");
      assertThat(attempts.path(1).path("number").asInt()).isEqualTo(2);
      assertThat(attempts.path(1).path("at")).isEqualTo(attempts.path(0).path("at"));
    }
  }

  @Test
  void the_store_has_it_that_an_attempt_begins_before_it_is_sent() {
    try (var server = new StoredServer(store, time, OPTIONS)) {
      submitAll(server.as("a"));
      server.as("a").advance("PT20M");
      assertThat(storedOnArrival).hasSize(3);
      assertThat(storedOnArrival).allMatch(stored -> stored.contains("\"begun\":[{\"number\":1,"));
      server.sandbox("a").changes().stored().join();
      assertThat(storedDeliveries()).doesNotContain("\"begun\":[{");
    }
  }

  @Test
  void an_end_that_comes_while_no_server_runs_is_told_by_the_next() {
    try (var first = new StoredServer(store, time, "--clock=x60")) {
      submitAll(first.as("a"));
      first.die();
    }
    time.pass(Duration.ofMinutes(20)); // twenty hours in the sandbox
    try (var second = new StoredServer(store, time, "--clock=x60")) {
      Calls calls = second.as("a");
      calls.advance("PT0S");
      assertThat(arrived).hasSize(3);
      assertThat(deliveries(calls)).hasSize(3);
      assertThat(calls.poll("task-1").text("/status")).isEqualTo("completed");
    }
  }

  private void submitAll(Calls calls) {
    for (int i = 1; i <= 3; i++) {
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/" + i;
      assertThat(
              calls
                  .submit(
                      "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"duration\":%d,\"client_business_id\":\"task-%d\",\"callback_url\":\"%s\"}"
                          .formatted(i * 5, i, url))
                  .status())
          .isEqualTo(200);
    }
  }

  private String storedDeliveries() {
    return store.load(sandboxId()).stream()
        .filter(document -> document.key().startsWith("delivery/"))
        .map(Document::json)
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .reduce("", String::concat);
  }

  private String sandboxId() {
    return "ca978112ca1bbdca"; // of the key "a"
  }

  /** Returns the clock and the tasks. */
  private static List<JsonNode> state(Calls calls) {
    Response clock = calls.get("/_mock/clock");
    List<JsonNode> state = new ArrayList<>(List.of(clock.json()));
    calls.get("/_mock/tasks").json().path("tasks").forEach(task -> state.add(task.path("plan")));
    for (int i = 1; i <= 3; i++) {
      state.add(((ObjectNode) calls.poll("task-" + i).json()).without("result"));
    }
    return state;
  }

  private static JsonNode deliveries(Calls calls) {
    return calls.get("/_mock/webhooks/deliveries").json().path("deliveries");
  }
}
