package dev.seedance.contract.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Receives webhooks, and lives longer than any server. One event in three is refused at first. */
final class Callbacks implements AutoCloseable {

  private static final String NAME = "X-ToAPIs-Webhook-";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, List<Arrival>> arrivals = new ConcurrentHashMap<>();

  /** A webhook as it came. */
  record Arrival(String event, String timestamp, String signature, String body, int status) {}

  private Callbacks(HttpServer server) {
    this.server = server;
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  static Callbacks open() throws IOException {
    return new Callbacks(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  /** Returns the webhooks that have come to a path, the oldest first. */
  List<Arrival> at(String path) {
    return List.copyOf(arrivals.getOrDefault(path, List.of()));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String event = header(exchange, "Id");
      List<Arrival> mailbox =
          arrivals.computeIfAbsent(
              exchange.getRequestURI().getPath(), path -> new CopyOnWriteArrayList<>());
      boolean known = mailbox.stream().anyMatch(arrival -> arrival.event().equals(event));
      int status = !known && event.hashCode() % 3 == 0 ? 500 : 204;
      mailbox.add(
          new Arrival(
              event,
              header(exchange, "Timestamp"),
              header(exchange, "Signature"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8),
              status));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(NAME + name));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
