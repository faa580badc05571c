package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** No bytes make the server fail, tell of its inside, or stop answering. */
class RawRequestProperties {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\tat |dev\\.seedance|com\\.fasterxml|io\\.micronaut|io\\.netty|java\\.lang");

  /** Routes with and without parameters; "~" stands for anything. */
  private static final List<String> ROUTES =
      List.of(
          "/",
          "/v1/videos/generations",
          "/v1/videos/generations/~",
          "/v1/balance",
          "/v1/user/balance",
          "/v1/uploads/images",
          "/v1/uploads/videos",
          "/v1/videos/doubao-seedance-2-0/private-avatar/groups",
          "/v1/videos/doubao-seedance-2-0/private-avatar/assets",
          "/v1/videos/doubao-seedance-2-0/private-avatar/assets/~",
          "/_mock/health",
          "/_mock/clock",
          "/_mock/clock/advance",
          "/_mock/clock/advance-to-next",
          "/_mock/scenarios",
          "/_mock/scenarios/~",
          "/_mock/tasks",
          "/_mock/tasks/~",
          "/_mock/tasks/~/outcome",
          "/_mock/requests",
          "/_mock/webhooks",
          "/_mock/webhooks/deliveries/~/redeliver",
          "/_mock/validate",
          "/_mock/snapshot",
          "/files/~/~/0.mp4",
          "/~");

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "{\"model\":\"seedance-2\",\"prompt\":\"x\"}",
          "{\"model\":\"seedance-2\",\"prompt\":\"[mock:~]\"}",
          "{\"model\":\"seedance-2\",\"prompt\":\"~\",\"client_business_id\":\"~\"}",
          "{\"name\":\"~\",\"match\":{\"prompt\":\"~\"},\"faults\":[{\"on\":\"poll\"}]}",
          "{\"name\":\"a\",\"timeline\":{\"queued\":\"~\"}}",
          "{\"version\":1,\"parts\":{\"tasks\":[{}]}}",
          "{\"version\":1,\"parts\":{\"~\":{}}}",
          "{\"mode\":\"~\",\"scale\":1e999,\"now\":\"+999999999-12-31T00:00:00Z\"}",
          "{\"by\":\"PT2562047788015215H\"}",
          "{\"status\":\"failed\",\"error\":null}",
          "{\"secret\":\"~\",\"default_url\":\"~\",\"enabled\":3}",
          "[".repeat(5_000),
          "~");

  private static final TestServer SERVER = TestServer.with().start();

  @AfterContainer
  static void stop() {
    SERVER.close();
  }

  @Property(tries = 1_000)
  void nothing_makes_a_server_error(@ForAll("requests") String request) throws IOException {
    String response = send(request, request.contains("Connection: close") ? 300 : 100);
    Matcher status = STATUS.matcher(response);
    while (status.find()) {
      assertThat(Integer.parseInt(status.group(1))).as(response).isLessThan(500);
    }
    assertThat(INSIDE.matcher(response).find()).as(response).isFalse();
    assertThat(send("GET /_mock/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 10_000))
        .startsWith("HTTP/1.1 200");
  }

  /** Framed as a request should be, broken in one place, or nothing like it. */
  @Provide
  Arbitrary<String> requests() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, framed()),
        Tuple.of(2, misframed()),
        Tuple.of(1, text().map(text -> text + "\r\n\r\n")));
  }

  private static Arbitrary<String> framed() {
    return Combinators.combine(line(), headers(), body())
        .as(
            (line, headers, body) ->
                line
                    + headers
                    + "Content-Length: "
                    + body.getBytes(StandardCharsets.ISO_8859_1).length
                    + "\r\nConnection: close\r\n\r\n"
                    + body);
  }

  private static Arbitrary<String> misframed() {
    Arbitrary<String> framing =
        Arbitraries.of(
            "Content-Length: -1\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 100000000\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
            "Transfer-Encoding: nonsense\r\n",
            "Expect: 100-continue\r\n",
            "Expect: nonsense\r\n",
            "Upgrade: h2c\r\nHTTP2-Settings: ~\r\n",
            "No-Colon\r\n",
            ": no name\r\n",
            " folded: x\r\n");
    return Combinators.combine(line(), headers(), framing, body())
        .as((line, headers, broken, body) -> line + headers + broken + "\r\n" + body);
  }

  private static Arbitrary<String> line() {
    Arbitrary<String> method =
        Arbitraries.of(
            "GET",
            "POST",
            "PUT",
            "DELETE",
            "HEAD",
            "OPTIONS",
            "PATCH",
            "TRACE",
            "CONNECT",
            "get",
            "NONSENSE");
    Arbitrary<String> version = Arbitraries.of("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "HTTP", "");
    Arbitrary<String> query = Arbitraries.of("", "", "", "?~", "?a=%zz", "#x");
    Arbitrary<String> oneOne = Arbitraries.just("HTTP/1.1");
    return Combinators.combine(
            method,
            filled(Arbitraries.of(ROUTES)),
            filled(query),
            Arbitraries.oneOf(oneOne, oneOne, oneOne, version))
        .as((verb, path, rest, http) -> verb + " " + path + rest + " " + http + "\r\n");
  }

  private static Arbitrary<String> headers() {
    Arbitrary<String> header =
        filled(
            Arbitraries.of(
                "Host: ~\r\n",
                "Content-Type: ~\r\n",
                "Content-Type: application/json\r\n",
                "Content-Type: multipart/form-data\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "Accept: ~\r\n",
                "Accept: text/html\r\n",
                "Accept-Encoding: gzip, ~\r\n",
                "Content-Encoding: gzip\r\n",
                "Authorization: ~\r\n",
                "X-Mock-Scenario: ~\r\n",
                "X-Mock-Scenario: flaky-polls\r\n",
                "Range: bytes=~\r\n",
                "If-None-Match: ~\r\n",
                "Origin: ~\r\n",
                "Cookie: ~\r\n",
                "X-Forwarded-For: ~\r\n",
                "X-HTTP-Method-Override: ~\r\n"));
    return header
        .list()
        .ofMaxSize(5)
        .map(lines -> "Authorization: Bearer fuzz\r\n" + String.join("", lines));
  }

  private static Arbitrary<String> body() {
    return filled(Arbitraries.of(BODIES));
  }

  /** Puts anything in the place of each "~". */
  private static Arbitrary<String> filled(Arbitrary<String> templates) {
    return Combinators.combine(templates, text())
        .as((template, text) -> template.replace("~", text));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "x",
            "../../etc/passwd",
            "%2e%2e%2f",
            "%",
            "%zz",
            "%00",
            "%ff",
            "${jndi:x}",
            "*".repeat(300),
            "x".repeat(9_000)),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40),
        Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(40));
  }

  /** Returns all that comes back until the connection ends or is silent. */
  private static String send(String request, int silenceMillis) throws IOException {
    try (var connection = RawConnection.to(SERVER.baseUrl())) {
      return connection.exchange(request, silenceMillis);
    }
  }
}
