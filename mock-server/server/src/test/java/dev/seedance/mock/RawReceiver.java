package dev.seedance.mock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes webhooks and keeps their bytes; refuses the first of each run with 500. */
final class RawReceiver implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> calls = new CopyOnWriteArrayList<>();

  RawReceiver() throws IOException {
    var thread = new Thread(this::serve, "raw-receiver");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
  }

  /** Returns the calls since the last time; the next one is the first again. */
  List<String> take() {
    var taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var connection = RawConnection.accepted(server.accept())) {
        calls.add(connection.read());
        String status = calls.size() == 1 ? "500 No" : "200 OK";
        String response =
            "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        connection.write(response);
      } catch (IOException e) {
        calls.add("broken: " + e.getMessage());
      }
    }
  }
}
