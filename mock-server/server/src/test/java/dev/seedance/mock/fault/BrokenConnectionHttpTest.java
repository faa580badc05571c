package dev.seedance.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of a connection in every way in which HTTP/1 uses one: the response that is meant
 * breaks, those before it are whole, and none comes after its end.
 */
@Timeout(60)
class BrokenConnectionHttpTest {

  private static final String SUBMIT =
      "{\"model\":\"seedance-2\",\"prompt\":\"[mock:%s] A fjord\"}";
  private static final String OF_SUBMIT = "\"path\":\"/v1/videos/generations\"";
  private static final String FORM = "POST /v1/uploads/audios HTTP/1.1\r\nHost: a\r\n%s\r\n";

  @RegisterExtension
  static final TestServer server = TestServer.with("--clock=frozen", "--rate-limits");

  /** The faults of a connection, and all of them together with a delay. */
  enum Broken {
    LATE("{'kind':'delay','by':'PT7M'}"),
    CUT("{'kind':'cut_body'}"),
    RESET("{'kind':'connection_reset'}"),
    LATE_AND_CUT("{'kind':'delay','by':'PT7M'}", "{'kind':'cut_body'}"),
    LATE_AND_RESET("{'kind':'connection_reset'}", "{'kind':'delay','by':'PT7M'}"),
    LATE_TWICE("{'kind':'delay','by':'PT3M'}", "{'kind':'delay','by':'PT7M'}");

    private final String faults;

    Broken(String... faults) {
      this.faults =
          Stream.of(faults)
              .map(fault -> "{'on':'submit','fault':" + fault + "}")
              .collect(Collectors.joining(","));
    }

    private String scenario() {
      return "my-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isLate() {
      return name().startsWith("LATE");
    }

    private boolean isWhole() {
      return this == LATE || this == LATE_TWICE;
    }

    private boolean isCut() {
      return name().endsWith("CUT");
    }
  }

  /**
   * A use of a connection.
   *
   * @param before the requests before the submit
   * @param version of the submit
   * @param header of the submit
   * @param after the requests after it
   */
  record Use(List<String> before, String version, String header, List<String> after) {

    /** Tells if the connection ends after the submit even if nothing breaks it. */
    private boolean isLast() {
      return version.equals("1.0") || header.contains("lose");
    }
  }

  record Row(Broken broken, Use use) {}

  static Stream<Row> rows() {
    String poll = get("/v1/videos/generations/none");
    String upload = FORM.formatted("Authorization: Bearer any\r\nContent-Length: 3\r\n") + "abc";
    List<Use> uses =
        List.of(
            new Use(List.of(), "1.0", "", List.of()),
            new Use(List.of(), "1.0", "Connection: keep-alive\r\n", List.of()),
            new Use(List.of(), "1.1", "Connection: close\r\n", List.of()),
            new Use(List.of(), "1.1", "Connection: Keep-Alive, Close\r\n", List.of(poll)),
            new Use(List.of(), "1.1", "", List.of()),
            new Use(List.of(poll, poll), "1.1", "", List.of(poll, upload)),
            new Use(List.of(upload, poll), "1.1", "", List.of(poll)),
            new Use(List.of(upload), "1.1", "Connection: close\r\n", List.of(poll)),
            new Use(List.of(poll), "1.0", "", List.of(poll)));
    return Stream.of(Broken.values()).flatMap(broken -> uses.stream().map(u -> new Row(broken, u)));
  }

  @BeforeEach
  void register() {
    for (Broken broken : Broken.values()) {
      String scenario = "{'name':'%s','faults':[%s]}".formatted(broken.scenario(), broken.faults);
      assertThat(server.post("/_mock/scenarios", scenario.replace('\'', '"')).status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void breaks_the_response_that_is_meant_and_no_other(Row row) throws IOException {
    Use use = row.use();
    try (var connection = RawConnection.to(server.baseUrl())) {
      connection.write(
          String.join("", use.before()) + submit(row.broken(), use) + String.join("", use.after()));
      for (String request : use.before()) {
        assertThat(connection.read()).startsWith("HTTP/1.1 " + statusOf(request));
      }
      if (row.broken().isLate()) {
        while (!server.get("/_mock/requests").text().contains(OF_SUBMIT)) {
          Thread.onSpinWait(); // until the submit has its response
        }
        server.advance("PT6M59S");
        assertThat(connection.hasBytes()).as("bytes before the delay is over").isFalse();
        server.advance("PT1S");
      }
      if (row.broken().isWhole()) {
        assertThat(connection.read())
            .startsWith("HTTP/" + use.version() + " 200")
            .contains("X-RateLimit-Limit: ", "\"status\":\"queued\"");
        assertRestFollows(connection, use);
      } else if (row.broken().isCut()) {
        assertCut(connection.readToEnd());
      } else {
        assertThat(connection.readToEnd()).isEqualTo("reset");
      }
    }
  }

  private static void assertRestFollows(RawConnection connection, Use use) throws IOException {
    if (use.isLast()) {
      assertThat(connection.isAtEnd()).isTrue();
    } else {
      for (String request : use.after()) {
        assertThat(connection.read()).startsWith("HTTP/1.1 " + statusOf(request));
      }
    }
  }

  /** The head is whole, with its limits, and the body is half of its length. */
  private static void assertCut(String rest) {
    assertThat(rest).startsWith("HTTP/1.").contains("X-RateLimit-Limit: ", "\r\n\r\n{\"id\":");
    String body = rest.substring(rest.indexOf("\r\n\r\n") + 4);
    assertThat(rest).containsIgnoringCase("content-length: ");
    int length = Integer.parseInt(rest.replaceFirst("(?is).*?content-length: (\\d+).*", "$1"));
    assertThat(body).hasSize(length / 2);
  }

  private static String statusOf(String request) {
    return request.startsWith("POST") ? "400" : "404";
  }

  private static String submit(Broken broken, Use use) {
    String body = SUBMIT.formatted(broken.scenario());
    return "POST %s HTTP/%s\r\nHost: a\r\nAuthorization: Bearer %s\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(
            Calls.GENERATIONS, use.version(), server.key(), use.header(), body.length(), body);
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer any\r\n\r\n";
  }
}
