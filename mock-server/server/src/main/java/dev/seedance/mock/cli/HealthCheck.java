package dev.seedance.mock.cli;

import dev.seedance.mock.options.MockOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Asks the server on this machine if it is ready, for containers without a shell or an HTTP client.
 *
 * <p>Over a bare socket, because the check runs every few seconds in a JVM of its own.
 */
public final class HealthCheck {

  private static final int LIMIT_IN_MILLIS = 2_000;

  private HealthCheck() {}

  /**
   * Ends with code 0 if the server is ready, else with 1.
   *
   * @param args none; the port is that of the environment variable of the server's option
   */
  public static void main(String[] args) {
    System.exit(isReady(port(System.getenv())) ? 0 : 1);
  }

  /** Returns the port that the server listens on. */
  static int port(Map<String, String> environment) {
    String fallback = String.valueOf(MockOptions.PORT.fallback());
    return Integer.parseInt(environment.getOrDefault(MockOptions.PORT.variable(), fallback));
  }

  /** Tells if a server listens on a port of loopback and says that it is ready, within 2 s. */
  static boolean isReady(int port) {
    try (var socket = new Socket()) {
      socket.setSoTimeout(LIMIT_IN_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_IN_MILLIS);
      String request =
          "GET /_mock/health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(status, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }
}
