package dev.seedance.mock.dashboard;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes webhooks on a free port. */
final class HookReceiver implements AutoCloseable {

  /** The body of its responses. */
  static final String RESPONSE = "thanks a lot";

  private final HttpServer server;
  private final List<String> received = new CopyOnWriteArrayList<>();

  HookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.UTF_8));
          byte[] response = RESPONSE.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, response.length);
          exchange.getResponseBody().write(response);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return origin() + "/hook";
  }

  /** Returns its address; it is a page too. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<String> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
