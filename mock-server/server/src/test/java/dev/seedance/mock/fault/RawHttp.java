package dev.seedance.mock.fault;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection without any HTTP client, which would hide how it ended. */
final class RawHttp implements AutoCloseable {

  private final Socket socket;

  RawHttp(URI baseUrl) throws IOException {
    socket = new Socket(baseUrl.getHost(), baseUrl.getPort());
    socket.setSoTimeout(10_000);
  }

  /** What came back, or how the connection ended. */
  String poll(String key, String id) {
    String request =
        "GET /v1/videos/generations/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(id, key);
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[64_000];
      int length = socket.getInputStream().read(answer);
      return length < 0 ? "end" : new String(answer, 0, length, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
