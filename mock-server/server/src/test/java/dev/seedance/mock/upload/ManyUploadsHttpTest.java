package dev.seedance.mock.upload;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seven uploads at once, for three of which there is room. */
@Timeout(60)
class ManyUploadsHttpTest {

  private static final int UPLOADS = 7;
  private static final int PARTS = 30;
  private static final String PART = "z".repeat(100_000);
  private static final String BEGIN =
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nGIF89a";
  private static final String END = "\r\n--b--";
  private static final int LENGTH = BEGIN.length() + PARTS * PART.length() + END.length();

  @RegisterExtension
  static final TestServer server = TestServer.with("--max-bytes-in-flight=" + 3 * (LENGTH + 1));

  private final List<RawConnection> clients = new ArrayList<>();

  @BeforeEach
  void connect() throws IOException {
    for (int i = 0; i < UPLOADS; i++) {
      clients.add(RawConnection.to(server.baseUrl()));
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    for (RawConnection client : clients) {
      client.close();
    }
  }

  @Test
  void of_a_known_length_as_many_succeed_as_there_is_room_for() throws IOException {
    sendAll("Content-Length: " + LENGTH, false);
    assertThat(statuses()).isEqualTo(Map.of("200", 3L, "503", 4L));
    assertThat(afterwards()).as("all room is given back").isEqualTo(Map.of("200", 3L));
  }

  @Test
  void in_chunks_some_succeed() throws IOException {
    sendAll("Transfer-Encoding: chunked", true);
    Map<String, Long> statuses = statuses();
    assertThat(statuses).containsOnlyKeys("200", "503");
    assertThat(statuses.get("200")).isBetween(2L, 5L);
    assertThat(afterwards()).as("all room is given back").isEqualTo(Map.of("200", 3L));
  }

  /** Sends a part of each, then the next part of each. */
  private void sendAll(String framing, boolean chunked) throws IOException {
    for (RawConnection client : clients) {
      client.write(
          "POST /v1/uploads/images HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
              + server.key()
              + "\r\nContent-Type: multipart/form-data; boundary=b\r\n"
              + framing
              + "\r\n\r\n");
    }
    sendEach(BEGIN, chunked);
    for (int i = 0; i < PARTS; i++) {
      sendEach(PART, chunked);
    }
    sendEach(END, chunked);
    if (chunked) {
      sendEach("", true);
    }
  }

  private void sendEach(String part, boolean chunked) throws IOException {
    String sent = chunked ? Integer.toHexString(part.length()) + "\r\n" + part + "\r\n" : part;
    for (RawConnection client : clients) {
      client.write(sent);
    }
  }

  private Map<String, Long> statuses() throws IOException {
    List<String> statuses = new ArrayList<>();
    for (RawConnection client : clients) {
      statuses.add(client.read().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
    return statuses.stream().collect(groupingBy(status -> status, counting()));
  }

  private Map<String, Long> afterwards() throws IOException {
    disconnect();
    clients.clear();
    for (int i = 0; i < 3; i++) {
      clients.add(RawConnection.to(server.baseUrl()));
    }
    sendAll("Content-Length: " + LENGTH, false);
    return statuses();
  }
}
