package dev.seedance.mock.startup;

import dev.seedance.mock.cli.MockCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Runs {@code seedance mock}, plays a task's life once and ends.
 *
 * <p>The build runs it under {@code -XX:DumpLoadedClassList}: the JVM writes down the classes that
 * this took, and {@code seedance mock} starts from an archive of them in a fraction of the time.
 */
public final class WarmUp {

  private static final String GENERATIONS = "/v1/videos/generations";

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"[mock:instant] A lighthouse","duration":4}""";

  private WarmUp() {}

  /**
   * Runs the rehearsal.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    MockCommand.setLibrariesUp();
    FastStart.prepare();
    var printed = new PipedWriter();
    var lines = new BufferedReader(new PipedReader(printed));
    var command = MockCommand.commandLine().setOut(new PrintWriter(printed));
    var server = new Thread(() -> command.execute("--port", "0", "--clock", "real"));
    server.start();
    String ready = lines.readLine();
    play(URI.create(ready.substring(ready.indexOf("http"))));
    server.interrupt();
    server.join();
  }

  private static void play(URI address) throws IOException {
    call(address, "POST " + GENERATIONS, REQUEST);
    call(address, "POST " + GENERATIONS, "{");
    call(address, "GET " + GENERATIONS + "/unknown", "");
  }

  /** Over a bare socket, because the classes of an HTTP client are of no use to a server. */
  private static void call(URI address, String route, String body) throws IOException {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      String head =
          """
          %s HTTP/1.1
          Host: %s
          Authorization: Bearer any
          Connection: close
          Content-Type: application/json
          Content-Length: %d

          """
              .formatted(route, address.getAuthority(), body.length())
              .replace("\n", "\r\n");
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    }
  }
}
