package dev.seedance.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A server that responds to call after call from a script, and records the calls. It works on plain
 * sockets, because the JDK's server sets its own {@code Date} and breaks no connections.
 */
public final class ScriptedServer implements AutoCloseable {

  private final ServerSocket socket;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(task -> new Thread(task, "scripted"));
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final Queue<Reply> script = new ArrayDeque<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private Reply rest = Reply.error(400, "over", "the script is over");

  public ScriptedServer() {
    try {
      socket = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** A recorded call. */
  public record Call(String method, String path, Map<String, String> headers, String body) {

    /** Returns the value of a header; null if there is none. */
    public @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  /** Adds replies to the script. */
  public synchronized ScriptedServer reply(Reply... replies) {
    script.addAll(List.of(replies));
    return this;
  }

  /** Sets the reply to all calls after the script. */
  public synchronized ScriptedServer thenAlways(Reply reply) {
    rest = reply;
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Returns the calls, in order. */
  public List<Call> calls() {
    return calls;
  }

  /** Returns the number of connections that were made. */
  public int connections() {
    return connections.size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    connections.forEach(ScriptedServer::close);
    close(socket);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try {
      connection.setTcpNoDelay(true);
      InputStream in = connection.getInputStream();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        calls.add(read(line, in));
        next().send(connection);
      }
    } catch (IOException e) {
      close(connection);
    }
  }

  private synchronized Reply next() {
    Reply reply = script.poll();
    return reply == null ? rest : reply;
  }

  private static Call read(String requestLine, InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(": *", 2);
      headers.put(header[0], header[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] words = requestLine.split(" ", -1);
    return new Call(words[0], words[1], headers, body);
  }

  /** A line without its end; empty at the end of the stream as well. */
  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
