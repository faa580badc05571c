package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that are sent before the responses to those before them were read. */
class PipeliningHttpTest {

  private static final int REQUESTS = 200;

  @RegisterExtension static final TestServer server = TestServer.with();

  @Test
  void all_responses_arrive_in_the_order_of_the_requests() throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      connection.write(
          IntStream.range(0, REQUESTS)
              .mapToObj(i -> poll("task-" + i, ""))
              .collect(Collectors.joining()));
      for (int i = 0; i < REQUESTS; i++) {
        assertThat(connection.read()).startsWith("HTTP/1.1 404").contains("'task-" + i + "'");
      }
    }
  }

  @Test
  void a_client_that_waits_for_each_response_gets_each_at_once() throws IOException {
    try (var one = RawConnection.to(server.baseUrl());
        var other = RawConnection.to(server.baseUrl())) {
      for (int i = 0; i < REQUESTS; i++) {
        assertThat(one.exchange(poll("one-" + i, ""))).contains("'one-" + i + "'");
        assertThat(other.exchange(poll("other-" + i, ""))).contains("'other-" + i + "'");
      }
    }
  }

  @Test
  void the_last_response_arrives_before_the_connection_ends() throws IOException {
    try (var connection = RawConnection.to(server.baseUrl())) {
      connection.write(poll("first", "") + poll("last", "Connection: close\r\n"));
      assertThat(connection.read()).contains("'first'");
      assertThat(connection.read()).contains("'last'");
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  private static String poll(String id, String header) {
    return "GET %s/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%s\r\n"
        .formatted(Calls.GENERATIONS, id, server.key(), header);
  }
}
