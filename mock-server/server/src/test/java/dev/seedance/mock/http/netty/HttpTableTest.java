package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of HTTP/1.1 (RFC 9112) at whose edges a request could hide in another. Each row is sent
 * with a health check behind it: it shows if the connection goes on, and at which byte.
 */
@Timeout(60)
class HttpTableTest {

  private static final String HEALTH = "GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String CLOCK = "POST /_mock/clock/advance HTTP/1.1\r\nHost: a\r\n";
  private static final String KEY = "Authorization: Bearer table\r\n";
  private static final String BODY = "{\"by\":\"PT2S\"}";
  private static final String CHUNKS = "d\r\n" + BODY + "\r\n0\r\n\r\n";

  @RegisterExtension static final TestServer server = TestServer.with("--clock=frozen");

  /**
   * A request and the statuses of all responses.
   *
   * @param closes if the server ends the connection before the health check
   */
  record Row(String name, String request, List<Integer> statuses, boolean closes) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(served(), heads(), framings(), ends()).flatMap(List::stream);
  }

  private static List<Row> served() {
    return List.of(
        goesOn("a body of a known length", CLOCK + KEY + "Content-Length: 13\r\n\r\n" + BODY, 200),
        goesOn("chunks", CLOCK + KEY + "Transfer-Encoding: CHUNKED\r\n\r\n" + CHUNKS, 200),
        goesOn(
            "a chunk extension and a trailer",
            CLOCK
                + KEY
                + "Transfer-Encoding: chunked\r\n\r\nd;x=\"y\"\r\n"
                + BODY
                + "\r\n0\r\nHost: shop.example\r\nContent-Length: 9\r\n\r\n",
            200),
        goesOn("blank lines before a request", "\r\n\r\n\r\n" + HEALTH, 200),
        goesOn("a folded header", health("X-Folded: one\r\n\ttwo"), 200),
        goesOn("the whole URL", "GET http://a/_mock/health HTTP/1.1\r\nHost: a\r\n\r\n", 200),
        goesOn("no body where one is expected", CLOCK + KEY + "\r\n", 400),
        goesOn("HEAD of nothing", "HEAD /none HTTP/1.1\r\nHost: a\r\n\r\n", 404),
        goesOn("HEAD without a key", "HEAD /v1/balance HTTP/1.1\r\nHost: a\r\n\r\n", 401),
        goesOn(
            "HEAD where only POST is",
            "HEAD /_mock/reset HTTP/1.1\r\nHost: a\r\n" + KEY + "\r\n",
            405),
        goesOn("a wrong type", health("Accept: ;;;\r\nContent-Type: /;"), 200));
  }

  private static List<Row> heads() {
    return List.of(
        closes("HEAD of no URL", "HEAD /%%a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        closes("no URL and a wrong type", health("/%a", "Accept: ;;;\r\nContent-Type: /;"), 400),
        closes("no URL and a wrong header", health("/%a", "no colon"), 400),
        closes("a NUL in the path", health("/\u0000", "X: y"), 400),
        closes("HTTP/0.9", "GET /_mock/health HTTP/0.9\r\nHost: a\r\n\r\n", 400),
        closes("HTTP/1.2", "GET /_mock/health HTTP/1.2\r\nHost: a\r\n\r\n", 400),
        closes("HTTP/3.0", "GET /_mock/health HTTP/3.0\r\nHost: a\r\n\r\n", 400),
        closes("no version", "GET /_mock/health\r\nHost: a\r\n\r\n", 400),
        closes("no host", "GET /_mock/health HTTP/1.1\r\n\r\n", 400),
        closes("two hosts", health("Host: b"), 400),
        closes("the same host twice", health("Host: a"), 400),
        closes("another's host", "GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n", 421),
        closes(
            "another's host behind an upload",
            "POST /v1/uploads/audios HTTP/1.1\r\nHost: a\r\n"
                + KEY
                + "Content-Length: 1\r\n\r\nx"
                + "GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n",
            400,
            421));
  }

  private static List<Row> framings() {
    return List.of(
        closes("an unknown coding", coded("Transfer-Encoding: cowbell"), 400),
        closes("a coding that only ends so", coded("Transfer-Encoding: ychunked"), 400),
        closes("a coding that only begins so", coded("Transfer-Encoding: chunkedy"), 400),
        closes("two codings", coded("Transfer-Encoding: deflate, chunked"), 400),
        closes(
            "two codings in two lines",
            coded("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
            400),
        closes("chunked, and more", coded("Transfer-Encoding: chunked, identity"), 400),
        closes("an empty coding", coded("Transfer-Encoding: "), 400),
        closes("a quoted coding", coded("Transfer-Encoding: \"chunked\""), 400),
        closes(
            "chunks and a length", coded("Transfer-Encoding: chunked\r\nContent-Length: 4"), 400),
        closes(
            "a length and chunks", coded("Content-Length: 4\r\nTransfer-Encoding: chunked"), 400),
        closes(
            "an unknown coding and a length",
            coded("Transfer-Encoding: y\r\nContent-Length: 4"),
            400),
        closes("a folded coding", coded("Transfer-Encoding:\r\n\tchunked"), 400),
        closes("a blank before the colon of a coding", coded("Transfer-Encoding : chunked"), 400),
        closes(
            "chunks in HTTP/1.0", coded("Transfer-Encoding: chunked").replace("1.1", "1.0"), 400),
        closes("two lengths", coded("Content-Length: 7\r\nContent-Length: 8"), 400),
        closes("the same length twice", coded("Content-Length: 7\r\nContent-Length: 7"), 400),
        closes("a list of lengths", coded("Content-Length: 7, 7"), 400),
        closes("a length with a sign", coded("Content-Length: +7"), 400),
        closes("a negative length", coded("Content-Length: -7"), 400),
        closes("a hexadecimal length", coded("Content-Length: 0x7"), 400),
        closes("an empty length", coded("Content-Length: "), 400),
        closes("a length of two words", coded("Content-Length: 7 7"), 400),
        closes("a length of other digits", coded("Content-Length: \u00b2"), 400),
        closes("a length beyond numbers", coded("Content-Length: 9999999999999999999"), 400));
  }

  private static List<Row> ends() {
    return List.of(
        closes("a blank before a colon", health("X : y"), 400),
        closes("a header before the first", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400),
        closes("a header without a name", health(": y"), 400),
        closes("a bare line feed", "GET /_mock/health HTTP/1.1\nHost: a\r\n\r\n", 400),
        closes("a bare line feed in headers", health("X: y\nZ: w"), 400),
        closes("a bare carriage return", health("X: y\rHost: b"), 400),
        closes("a NUL in a value", health("X: y\u0000z"), 400),
        closes("a NUL in a name", health("X\u0000: y"), 400),
        closes("a chunk's size with a sign", chunked("+d\r\n"), 400),
        closes("a chunk's size in 0x", chunked("0xd\r\n"), 400),
        closes("a chunk's size beyond numbers", chunked("fffffffff\r\n"), 400),
        closes("a line feed after a chunk's size", chunked("d\n"), 400),
        closes("a line feed in a chunk extension", chunked("d;x\ny\r\n"), 400),
        closes("a chunk longer than it says", chunked("c\r\n"), 400),
        closes("close", health("Connection: close"), 200),
        closes("close in a list", health("Connection: TE,Close"), 200),
        closes("close in the second line", health("Connection: x\r\nConnection: close"), 200),
        closes("HTTP/1.0", health("X: y").replace("1.1", "1.0"), 200));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_request_has_one_response_and_ends_where_it_says(Row row) throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      connection.write(row.request() + HEALTH);
      boolean head = row.request().startsWith("HEAD");
      for (int status : row.statuses()) {
        String response = head ? connection.readHead() : connection.read();
        assertThat(response).startsWith("HTTP/1.").containsPattern("^HTTP/1\\.[01] " + status);
        assertThat(response.toLowerCase(Locale.ROOT).contains("connection: close"))
            .as("says if it ends")
            .isEqualTo(row.closes() && status == row.statuses().get(row.statuses().size() - 1));
      }
      if (row.closes()) {
        assertThat(connection.readToEnd()).as("after the last response").isEmpty();
      } else {
        assertThat(connection.read()).startsWith("HTTP/1.1 200").contains("\"status\":");
      }
    }
  }

  private static Row goesOn(String name, String request, Integer... statuses) {
    return new Row(name, request, List.of(statuses), false);
  }

  private static Row closes(String name, String request, Integer... statuses) {
    return new Row(name, request, List.of(statuses), true);
  }

  private static String health(String headers) {
    return health("/_mock/health", headers);
  }

  private static String health(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n";
  }

  /** A request whose body is a whole request to who reads it as none. */
  private static String coded(String framing) {
    return CLOCK + KEY + framing + "\r\n\r\n";
  }

  private static String chunked(String size) {
    return CLOCK + KEY + "Transfer-Encoding: chunked\r\n\r\n" + size + BODY + "\r\n0\r\n\r\n";
  }
}
