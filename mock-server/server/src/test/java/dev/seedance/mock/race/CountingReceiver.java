package dev.seedance.mock.race;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes webhooks on a free port and counts them: the ids of the final events of each task, and what
 * each event tells. Refuses every ninth attempt with 500, so that some are retried.
 */
public final class CountingReceiver implements AutoCloseable {

  private static final int REFUSED = 9;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Set<String>> eventsOfTask = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> typesOfTask = new ConcurrentHashMap<>();
  private final AtomicLong attempts = new AtomicLong();
  private final boolean refusing;

  /** Starts a receiver, which refuses some attempts if it is told so. */
  public CountingReceiver(boolean refusing) throws IOException {
    this.refusing = refusing;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /** Returns the address that takes webhooks. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Returns the ids of the final events that told of a task. */
  public Set<String> eventsOf(String task) {
    return eventsOfTask.getOrDefault(task, Set.of());
  }

  /** Returns the types of the final events that told of a task. */
  Set<String> typesOf(String task) {
    return typesOfTask.getOrDefault(task, Set.of());
  }

  /** Returns the number of attempts that came. */
  public long attempts() {
    return attempts.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode event = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String task = event.at("/data/task_id").asText();
      add(eventsOfTask, task, event.path("id").asText());
      add(typesOfTask, task, event.path("type").asText());
      boolean refused = attempts.incrementAndGet() % REFUSED == 0 && refusing;
      exchange.sendResponseHeaders(refused ? 500 : 200, -1);
    }
  }

  private static void add(Map<String, Set<String>> all, String task, String value) {
    all.computeIfAbsent(task, none -> ConcurrentHashMap.newKeySet()).add(value);
  }
}
