package dev.seedance.contract.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * A proxy before a server, for callers that bring an HTTP client of their own: it checks their
 * exchanges. It can also change responses, to show that somebody notices.
 */
public final class CheckingProxy implements AutoCloseable {

  /** Headers that belong to one connection, or that the HTTP client sets itself. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final CheckedHttp http;
  private final URI target;
  private final UnaryOperator<byte[]> lie;
  private final HttpServer server;
  private final Queue<String> calls = new ConcurrentLinkedQueue<>();

  private CheckingProxy(CheckedHttp http, URI target, UnaryOperator<byte[]> lie)
      throws IOException {
    this.http = http;
    this.target = target;
    this.lie = lie;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::passOn);
    server.start();
  }

  /** Passes everything on as it is. */
  public static CheckingProxy before(URI target, CheckedHttp http) throws IOException {
    return new CheckingProxy(http, target, UnaryOperator.identity());
  }

  /** Changes the content of each response. */
  public static CheckingProxy lying(URI target, UnaryOperator<byte[]> lie) throws IOException {
    return new CheckingProxy(new CheckedHttp(), target, lie);
  }

  /** Returns the URL to call instead of the server's. */
  public URI baseUrl() {
    return URI.create(
        "http://%s:%d"
            .formatted(server.getAddress().getHostString(), server.getAddress().getPort()));
  }

  /** Returns the calls so far, such as {@code GET /_mock/clock}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void passOn(HttpExchange exchange) throws IOException {
    calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
    try (exchange) {
      HttpResponse<byte[]> response =
          http.client().send(request(exchange), BodyHandlers.ofByteArray());
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (isPassedOn(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      byte[] body = lie.apply(response.body());
      exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    byte[] content = exchange.getRequestBody().readAllBytes();
    var request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                content.length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(content));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static boolean isPassedOn(String header) {
    return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
  }
}
