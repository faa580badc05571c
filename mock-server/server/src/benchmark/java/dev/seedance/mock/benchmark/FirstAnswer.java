package dev.seedance.mock.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts a server, asks it for a task once it says where it listens, and prints how many
 * milliseconds it took from the process's start to the response.
 *
 * <p>Nothing is tried again and again meanwhile: that would take the processor from the server.
 */
public final class FirstAnswer {

  private static final Pattern ADDRESS = Pattern.compile("(?:ready at http://.*|^port): *(\\d+)");

  private FirstAnswer() {}

  /**
   * Measures one start.
   *
   * @param command how to start the server
   */
  public static void main(String[] command) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process server =
        new ProcessBuilder(List.of(command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
      String response = ask(port(lines.lines()));
      long end = System.nanoTime();
      if (!response.startsWith("HTTP/1.1 ")) {
        throw new IOException("no HTTP response: " + response);
      }
      System.out.println(TimeUnit.NANOSECONDS.toMillis(end - begin));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static int port(Stream<String> lines) throws IOException {
    Optional<String> port =
        lines
            .map(ADDRESS::matcher)
            .filter(line -> line.find())
            .map(line -> line.group(1))
            .findFirst();
    return Integer.parseInt(port.orElseThrow(() -> new IOException("it ended and never listened")));
  }

  private static String ask(int port) throws IOException {
    URI task = URI.create("http://127.0.0.1:" + port + "/v1/videos/generations/first");
    String request =
        """
        GET %s HTTP/1.1
        Host: %s
        Authorization: Bearer benchmark
        Connection: close

        """
            .formatted(task.getPath(), task.getAuthority())
            .replace("\n", "\r\n");
    try (var socket = new Socket(task.getHost(), port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
