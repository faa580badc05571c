package dev.seedance.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server that answers call after call from a script, and keeps what it was asked. */
public final class ScriptedServer implements AutoCloseable {

  static {
    // Without it each answer waits 40 ms for the other side's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Reply> script = new ArrayDeque<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private Reply rest = Reply.json(599, "{\"error\":{\"message\":\"the script is over\"}}");

  public ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** What was asked, in order. */
  public record Call(String method, String path, String body, com.sun.net.httpserver.Headers head) {

    /** The first value of a header; null where there is none. */
    public @Nullable String header(String name) {
      return head.getFirst(name);
    }
  }

  /** Adds replies to the script. */
  public synchronized ScriptedServer reply(Reply... replies) {
    script.addAll(List.of(replies));
    return this;
  }

  /** What to reply when the script is over. */
  public synchronized ScriptedServer thenAlways(Reply reply) {
    rest = reply;
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<Call> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            body,
            exchange.getRequestHeaders()));
    next().send(exchange);
  }

  private synchronized Reply next() {
    Reply reply = script.poll();
    return reply == null ? rest : reply;
  }
}
