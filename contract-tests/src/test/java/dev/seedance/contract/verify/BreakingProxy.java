package dev.seedance.contract.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seedance.contract.verify.Breakage.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy between a verifier and a mock, in both directions: calls pass it on their way to the
 * mock, and webhooks on their way back. Each direction has a {@link Breakage}.
 */
final class BreakingProxy implements AutoCloseable {

  static {
    // Else the server's responses wait for acknowledgements that the kernel holds back for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final Set<String> NOT_FORWARDED =
      Set.of(
          "connection", "content-length", "expect", "host", "upgrade", "transfer-encoding", "date");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final URI mock;
  private final Breakage calls;
  private final Breakage webhooks;
  private final Map<String, String> receivers = new ConcurrentHashMap<>();

  private BreakingProxy(HttpServer server, URI mock, Breakage calls, Breakage webhooks) {
    this.server = server;
    this.mock = mock;
    this.calls = calls;
    this.webhooks = webhooks;
    server.setExecutor(threads);
    server.createContext("/", exchange -> relay(exchange, this::callMock, calls()));
    server.createContext("/hooks/", exchange -> relay(exchange, this::callReceiver, webhooks()));
    server.start();
  }

  static BreakingProxy before(URI mock, Breakage calls, Breakage webhooks) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new BreakingProxy(HttpServer.create(address, 0), mock, calls, webhooks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Breakage calls() {
    return calls;
  }

  private Breakage webhooks() {
    return webhooks;
  }

  private interface Forward {
    Message send(Message request);
  }

  private void relay(HttpExchange exchange, Forward forward, Breakage breakage) throws IOException {
    try (exchange) {
      Message response = breakage.response(request(exchange), forward::send);
      response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      boolean empty = response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
      if (!empty) {
        exchange.getResponseBody().write(response.body());
      }
    }
  }

  private static Message request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Message(
        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private Message callMock(Message request) {
    return send(mock.toString(), withOurCallback(request));
  }

  private Message callReceiver(Message webhook) {
    String path = webhook.start().substring(webhook.start().indexOf(' ') + 1);
    String receiver = receivers.get(path);
    return receiver == null
        ? new Message("404", Map.of(), new byte[0])
        : send(receiver, webhook.start("POST "));
  }

  /** Redirects callbacks through this proxy. */
  private Message withOurCallback(Message request) {
    if (!Breakage.isSubmit(request)
        || !(request.json() instanceof ObjectNode body)
        || !body.path("callback_url")
            .asText()
            .matches("http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]+/.*")) {
      return request;
    }
    String path = "/hooks/" + receivers.size();
    receivers.put(path, body.path("callback_url").asText());
    return request.body(body.put("callback_url", url() + path));
  }

  static Message send(String base, Message message) {
    String[] start = message.start().split(" ", 2);
    var request =
        HttpRequest.newBuilder(URI.create(base + start[1]))
            .method(start[0], BodyPublishers.ofByteArray(message.body()));
    message.headers().entrySet().stream()
        .filter(header -> isForwarded(header.getKey()))
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers = new HashMap<>();
      response.headers().map().entrySet().stream()
          .filter(header -> isForwarded(header.getKey()))
          .forEach(header -> headers.put(header.getKey(), header.getValue().get(0)));
      return new Message(Integer.toString(response.statusCode()), headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static boolean isForwarded(String header) {
    return !NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT));
  }
}
