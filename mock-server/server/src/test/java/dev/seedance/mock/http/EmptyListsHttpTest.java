package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header that holds separators and nothing between them is no reason to fail. */
class EmptyListsHttpTest {

  private static final List<String> VALUES = List.of("", ",", ";", ",,;", ";q=1", "=", "/", "*");

  private static final List<String> ROUTES =
      List.of(
          "GET /v1/videos/generations/task-unified-none",
          "POST /v1/videos/generations",
          "POST /_mock/validate",
          "GET /_mock/clock",
          "OPTIONS /v1/models",
          "GET /none");

  @RegisterExtension static final TestServer server = TestServer.with();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Accept-Charset",
        "Accept-Encoding",
        "Accept-Language",
        "Access-Control-Request-Headers",
        "Access-Control-Request-Method",
        "Authorization",
        "Cache-Control",
        "Content-Encoding",
        "Content-Language",
        "Content-Type",
        "Cookie",
        "Expect",
        "Forwarded",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Range",
        "Origin",
        "Range",
        "TE",
        "Trailer",
        "Upgrade",
        "Via",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-HTTP-Method-Override",
        "X-Mock-Revision",
        "X-Mock-Scenario"
      })
  void a_header_of_separators_alone_makes_no_fault_of_the_server(String header) throws IOException {
    for (String route : ROUTES) {
      for (String value : VALUES) {
        assertThat(status(route, header + ": " + value))
            .as("the status of %s with '%s: %s'", route, header, value)
            .isLessThan(500);
      }
    }
  }

  private static int status(String route, String header) throws IOException {
    String key = header.startsWith("Authorization") ? "" : "Authorization: Bearer k\r\n";
    try (var connection = RawConnection.to(server.baseUrl())) {
      String response =
          connection.exchange(
              route
                  + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                  + key
                  + header
                  + "\r\nContent-Length: 2\r\n\r\n{}");
      return Integer.parseInt(response.substring(9, 12));
    }
  }
}
