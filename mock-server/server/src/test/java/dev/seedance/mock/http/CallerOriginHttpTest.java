package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The address with which links begin. */
class CallerOriginHttpTest {

  @RegisterExtension
  static final TestServer trusting = TestServer.with("--trust-forwarded", "--clock=auto");

  private static final String HERE = "http://127.0.0.1:PORT";

  static Stream<Arguments> headersOfProxies() {
    return Stream.of(
        Arguments.of("", HERE),
        Arguments.of("X-Forwarded-Proto: https", "https://127.0.0.1:PORT"),
        Arguments.of(
            "X-Forwarded-Proto: https|X-Forwarded-Host: mock.example.com",
            "https://mock.example.com"),
        Arguments.of(
            "X-Forwarded-Proto: https|X-Forwarded-Host: mock.example.com|X-Forwarded-Port: 443",
            "https://mock.example.com"),
        Arguments.of(
            "X-Forwarded-Host: mock.example.com|X-Forwarded-Port: 8443",
            "http://mock.example.com:8443"),
        Arguments.of(
            "X-Forwarded-Host: mock.example.com:81|X-Forwarded-Port: 8443",
            "http://mock.example.com:81"),
        Arguments.of(
            "X-Forwarded-Host: outer.example, inner.example|X-Forwarded-Proto: https,http",
            "https://outer.example"),
        Arguments.of(
            "X-Forwarded-Host: h.example|X-Forwarded-Prefix: /team/a/", "http://h.example/team/a"),
        Arguments.of("X-Forwarded-Prefix: /", HERE),
        Arguments.of("Forwarded: for=192.0.2.1;proto=https;host=m.example", "https://m.example"),
        Arguments.of(
            "Forwarded: Host=\"[2001:db8::1]:8443\"; PROTO=HTTPS, for=10.0.0.1;host=inner",
            "https://[2001:db8::1]:8443"),
        Arguments.of(
            "Forwarded: for=\"a,b;host=evil\";host=m.example|X-Forwarded-Host: other",
            "http://m.example"),
        Arguments.of("X-Forwarded-Proto: javascript", HERE),
        Arguments.of("X-Forwarded-Host: evil.example/path", HERE),
        Arguments.of("X-Forwarded-Host: user@evil.example", HERE),
        Arguments.of("X-Forwarded-Prefix: //evil\"><script>", HERE),
        Arguments.of("Forwarded: nonsense", HERE),
        Arguments.of("Forwarded: host=\"unclosed", HERE));
  }

  @ParameterizedTest
  @MethodSource("headersOfProxies")
  void a_trusted_proxy_tells_the_address_of_links(String headers, String expected) {
    String origin = expected.replace("PORT", port(trusting));
    assertThat(linkOfAnUpload(trusting, headers)).startsWith(origin + "/uploads/");
    assertThat(linkOfAResult(trusting, headers)).startsWith(origin + "/files/");
  }

  @Test
  void nobody_is_trusted_unasked() {
    try (var server = TestServer.with("--clock=auto").start()) {
      String forged =
          "X-Forwarded-Host: evil.example|X-Forwarded-Proto: https|Forwarded: host=evil.example";
      assertThat(linkOfAnUpload(server, forged)).startsWith(server.baseUrl() + "/uploads/");
      assertThat(linkOfAResult(server, forged)).startsWith(server.baseUrl() + "/files/");
    }
  }

  @Test
  void the_public_url_wins_over_every_header() {
    try (var server =
        TestServer.with("--public-url=https://mock.example.com/x/", "--trust-forwarded").start()) {
      assertThat(linkOfAnUpload(server, "X-Forwarded-Host: other.example"))
          .startsWith("https://mock.example.com/x/uploads/");
    }
  }

  @Test
  void the_pages_of_the_public_url_may_call_and_its_name_may_be_the_host() {
    try (var server = TestServer.with("--public-url=https://mock.example.com/x").start()) {
      assertThat(server.send(with(server, "/v1/balance", "Origin: https://mock.example.com")))
          .extracting(Response::status)
          .isEqualTo(200);
      assertThat(server.send(with(server, "/v1/balance", "Origin: https://mock.example")).status())
          .isEqualTo(403);
    }
  }

  @Test
  void the_documents_name_the_prefix_that_a_proxy_adds() {
    String headers = "X-Forwarded-Host: mock.example.com|X-Forwarded-Prefix: /x";
    for (String path : new String[] {"/openapi.yaml", "/control-plane.yaml"}) {
      assertThat(trusting.send(with(trusting, path, headers)).text())
          .contains("servers:\n  - url: /x\n");
    }
    assertThat(trusting.send(with(trusting, "/openapi.json", headers)).text("/servers/0/url"))
        .isEqualTo("/x");
  }

  private static String linkOfAnUpload(TestServer server, String headers) {
    String gif = "--b\r\nContent-Disposition: form-data; name=file\r\n\r\nGIF89a\r\n--b--\r\n";
    Response response =
        server.send(
            with(server, "/v1/uploads/images", headers)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(gif)));
    return response.text("/data/url");
  }

  private static String linkOfAResult(TestServer server, String headers) {
    String id =
        server.submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:instant] x\"}").text("/id");
    Response task;
    do {
      task = server.send(with(server, "/v1/videos/generations/" + id, headers));
    } while (!task.text("/status").equals("completed"));
    return task.text("/result/data/0/url");
  }

  private static HttpRequest.Builder with(TestServer server, String path, String headers) {
    var request = server.keyed(path);
    Arrays.stream(headers.split("\\|"))
        .filter(header -> !header.isEmpty())
        .map(header -> header.split(": ", 2))
        .forEach(header -> request.header(header[0], header[1]));
    return request;
  }

  private static String port(TestServer server) {
    return Integer.toString(server.baseUrl().getPort());
  }
}
