package dev.seedance.mock.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A receiver of webhooks on a free port, which responds as it is told, then with 200. */
final class Receiver implements AutoCloseable {

  /** A webhook that arrived. */
  record Call(
      String method,
      String path,
      com.sun.net.httpserver.Headers headers,
      String body,
      List<String> serverNames) {

    String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Returns the signature that a secret makes, computed as a receiver would. */
    String signedWith(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String prefix =
            header("X-ToAPIs-Webhook-Id") + "." + header("X-ToAPIs-Webhook-Timestamp") + ".";
        mac.update(prefix.getBytes(StandardCharsets.UTF_8));
        return "v1=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final String scheme;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Integer> statuses = new ArrayDeque<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile String response = "thanks";

  Receiver() {
    this(null);
  }

  /** Starts a receiver that speaks TLS, unless the context is null. */
  Receiver(@Nullable SSLContext tls) {
    scheme = tls == null ? "http" : "https";
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      if (tls == null) {
        server = HttpServer.create(address, 0);
      } else {
        HttpsServer secure = HttpsServer.create(address, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        server = secure;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /** Responds with these statuses first. */
  Receiver responding(Integer... first) {
    synchronized (statuses) {
      statuses.addAll(List.of(first));
    }
    return this;
  }

  /** Responds with this body from now on. */
  void responding(String body) {
    response = body;
  }

  String url() {
    return url("/hook");
  }

  String url(String path) {
    return scheme + "://127.0.0.1:" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Call> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Returns the names by which a TLS client asked for this server. */
  private static List<String> serverNames(HttpExchange exchange) {
    return exchange instanceof HttpsExchange secure
            && secure.getSSLSession() instanceof ExtendedSSLSession session
        ? session.getRequestedServerNames().stream()
            .map(name -> new String(name.getEncoded(), StandardCharsets.US_ASCII))
            .toList()
        : List.of();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              serverNames(exchange)));
      byte[] body = response.getBytes(StandardCharsets.UTF_8);
      Integer status;
      synchronized (statuses) {
        status = statuses.poll();
      }
      exchange.getResponseHeaders().set("Location", url("/elsewhere"));
      exchange.sendResponseHeaders(status == null ? 200 : status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
