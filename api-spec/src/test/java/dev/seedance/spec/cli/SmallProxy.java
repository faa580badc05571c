package dev.seedance.spec.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy: makes tunnels to one port of this machine, and responds itself to plain calls. */
final class SmallProxy implements AutoCloseable {

  static final String RESPONSE = "from the proxy";

  private final ServerSocket server;
  private final int target;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  SmallProxy(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Returns the head of each call so far. */
  List<String> heads() {
    return heads;
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = server.accept();
        start(() -> serve(caller));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      String head = head(caller.getInputStream());
      heads.add(head);
      OutputStream out = caller.getOutputStream();
      if (head.startsWith("CONNECT ")) {
        out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
        try (var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
          start(() -> copy(server, caller));
          caller.getInputStream().transferTo(server.getOutputStream());
        }
      } else {
        String response = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s";
        out.write(response.formatted(RESPONSE.length(), RESPONSE).getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one side has closed
    }
  }

  /** Reads byte by byte: what follows the head belongs to the tunnel. */
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "small-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
