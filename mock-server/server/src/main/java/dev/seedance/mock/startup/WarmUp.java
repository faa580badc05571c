package dev.seedance.mock.startup;

import dev.seedance.mock.cli.MockCommand;
import dev.seedance.mock.time.RealTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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

  /** What other threads load after a response is then a part of the list, the same each time. */
  private static final Duration FOR_OTHER_THREADS = Duration.ofSeconds(1);

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
    new Thread(() -> command.execute("--port", "0", "--clock", "real")).start();
    String ready = lines.readLine();
    URI address = URI.create(ready.substring(ready.indexOf("http")));
    play(address);
    RealTime.sleep(FOR_OTHER_THREADS);
    play(address);
    Runtime.getRuntime().halt(0); // a stop loads classes that no start needs, not always the same
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
