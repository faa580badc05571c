package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that writes all of a long body before it reads sees why the server refuses it. */
@Timeout(60)
class RefusedBodyHttpTest {

  private static final String SUBMIT = "/v1/videos/generations";
  private static final int LENGTH = 9 << 20;
  private static final String PART = "y".repeat(1 << 20);

  @RegisterExtension
  static final TestServer server =
      TestServer.with(
          "--api-key=right",
          "--balance=0.01",
          "--rate-limits",
          "--submit-rate=1/1",
          "--max-bytes-in-flight=12582912");

  record Row(int status, String method, String path, String headers) {}

  static List<Row> rows() {
    String key = "Authorization: Bearer right\r\n";
    return List.of(
        new Row(401, "POST", SUBMIT, "Authorization: Bearer wrong\r\n"),
        new Row(401, "POST", "/v1/uploads/images", ""),
        new Row(401, "PUT", "/_mock/snapshot", ""),
        new Row(403, "POST", SUBMIT, key + "Origin: http://pages.example\r\n"),
        new Row(404, "POST", "/nowhere", key),
        new Row(404, "PUT", "/v1/nowhere", key),
        new Row(405, "PUT", "/v1/uploads/videos", key),
        new Row(400, "POST", "/v1/uploads/videos", key + "Content-Type: image/png\r\n"),
        new Row(413, "PUT", "/_mock/clock", key),
        new Row(421, "POST", "/v1/other", "Host: shop.example\r\n"),
        new Row(400, "POST", SUBMIT, "Host: a\r\nHost: b\r\n"),
        new Row(400, "POST", "/%zz", key),
        new Row(429, "POST", SUBMIT, key),
        new Row(429, "POST", SUBMIT, key + "X-Mock-Scenario: quota-exhausted\r\n"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void of_a_known_length_is_read_first(Row row) throws IOException {
    assertRefused(row, "Content-Length: " + (LENGTH + 1) + "\r\n", PART.repeat(9), "z");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void in_chunks_is_read_first(Row row) throws IOException {
    String chunk = "100000\r\n" + PART + "\r\n";
    assertRefused(row, "Transfer-Encoding: chunked\r\n", chunk.repeat(9), "0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1e9\r\n\r\n",
        "POST /v1/nowhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nsize\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: brotli\r\n\r\n"
      })
  void whose_end_nobody_knows_is_dropped_after_the_refusal(String head) throws IOException {
    try (var client = RawConnection.to(server.baseUrl())) {
      client.write(head);
      client.write(PART.repeat(9));
      assertThat(client.read()).startsWith("HTTP/1.1 400");
    }
  }

  private static void assertRefused(Row row, String framing, String body, String end)
      throws IOException {
    server.as("right").submit("{}"); // uses up the only submit
    for (String connection : List.of("", "Connection: close\r\n")) {
      String host = row.headers().startsWith("Host") ? "" : "Host: a\r\n";
      try (var client = RawConnection.to(server.baseUrl())) {
        client.write(
            "%s %s HTTP/1.1\r\n%s%s%s%s\r\n"
                .formatted(row.method(), row.path(), host, row.headers(), connection, framing));
        client.write(body);
        assertThat(client.hasBytes()).as("a response before the end of the body").isFalse();
        client.write(end);
        assertThat(client.read()).startsWith("HTTP/1.1 " + row.status());
      }
    }
  }
}
