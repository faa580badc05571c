package dev.seedance.contract.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seedance.contract.verify.exchange.Schemas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/**
 * Keeps every webhook as it came, and holds the bytes of each to the contract's schema of events.
 */
public final class WebhookReceiver implements AutoCloseable {

  private static final Schemas SCHEMAS = Schemas.load();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> breaches = new CopyOnWriteArrayList<>();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final ToIntFunction<Delivery> response;
  private final HttpServer server;

  private WebhookReceiver(ToIntFunction<Delivery> response) throws IOException {
    this.response = response;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /**
   * A webhook as it came.
   *
   * @param path the path of its request
   * @param headers its headers
   * @param body its raw bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Delivery(String path, Headers headers, byte[] body) {}

  /** Accepts every delivery. */
  public static WebhookReceiver start() throws IOException {
    return answering(delivery -> 204);
  }

  /** Responds to each delivery with a status. */
  public static WebhookReceiver answering(ToIntFunction<Delivery> response) throws IOException {
    return new WebhookReceiver(response);
  }

  /** Returns the URL of a path below the receiver's address. */
  public String url(String path) {
    return "http://%s:%d/%s"
        .formatted(server.getAddress().getHostString(), server.getAddress().getPort(), path);
  }

  /** Returns the deliveries so far, the oldest first. */
  public List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** Stops, and fails if an event broke the contract. */
  @Override
  public void close() {
    server.stop(0);
    assertThat(breaches).as("events that break the contract").isEmpty();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var delivery =
          new Delivery(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      deliveries.add(delivery);
      breaches.addAll(SCHEMAS.faults("WebhookEvent", JSON.readTree(delivery.body())));
      exchange.sendResponseHeaders(response.applyAsInt(delivery), -1);
    }
  }
}
