package dev.seedance.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.MockProcess;
import dev.seedance.mock.RawConnection;
import dev.seedance.mock.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a server: in a process of its own, and inside another program. */
class StopTest {

  private static final String LATE =
      """
      {"name": "late", "faults": [
        {"on": "submit", "fault": {"kind": "delay", "by": "PT1H"}}]}""";

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"[mock:late] x\"}";

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void a_signal_ends_the_process_with_code_0_and_holds_nobody(String signal) throws Exception {
    Process process = MockProcess.of(List.of(), "--clock=frozen").start();
    try (BufferedReader out = process.inputReader()) {
      URI address = MockProcess.address(out);
      try (var held = held(address);
          var events = events(address);
          var idle = RawConnection.to(address)) {
        idle.exchange("GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n");
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        assertStopped(held);
        assertEnds(events);
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(process.errorReader().lines()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void an_embedded_server_frees_its_port_and_holds_nobody() throws Exception {
    for (int i = 0; i < 5; i++) {
      var server = TestServer.with("--clock=frozen").start();
      URI address = server.baseUrl();
      try (var held = held(address);
          var events = events(address)) {
        server.close();
        try (var again = new ServerSocket(address.getPort(), 1, InetAddress.getLoopbackAddress())) {
          assertThat(again.isBound()).isTrue();
        }
        assertStopped(held);
        assertEnds(events);
      }
    }
  }

  /** Longer than all that the buffers between server and client hold. */
  private static final int LONG = 40 << 20;

  @Test
  void a_long_response_under_way_is_read_to_its_end() throws Exception {
    var server = TestServer.with().start();
    String sound = "ID3" + "s".repeat(LONG - 3);
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + sound + "\r\n--b--";
    var upload =
        server
            .keyed("/v1/uploads/audios")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(form));
    String path = URI.create(server.send(upload).text("/data/url")).getPath();
    try (var client = RawConnection.to(server.baseUrl());
        var idle = RawConnection.to(server.baseUrl())) {
      idle.exchange("GET /_mock/health HTTP/1.1\r\nHost: a\r\n\r\n");
      client.write("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.readHead()).startsWith("HTTP/1.1 200");
      var stop = CompletableFuture.runAsync(server::close);
      assertThat(idle.isAtEnd()).as("the server has begun to stop").isTrue();
      assertThat(client.readToEnd()).hasSize(LONG);
      stop.join();
    }
  }

  private static void assertStopped(RawConnection held) throws IOException {
    assertThat(held.read())
        .startsWith("HTTP/1.1 503 ")
        .contains("\"rate_limit_unavailable\"", "the mock server stops")
        .containsIgnoringCase("x-request-id: req_");
    assertThat(held.isAtEnd()).isTrue();
  }

  private static void assertEnds(RawConnection events) throws IOException {
    boolean ended = events.isAtEnd();
    while (!ended) {
      ended = events.isAtEnd(); // reads past an event, and fails if nothing comes
    }
    assertThat(ended).isTrue();
  }

  /** Sends a request whose response a scenario delays; returns when the server has it. */
  private static RawConnection held(URI address) throws IOException {
    Calls calls = Calls.to(address, "k");
    assertThat(calls.post("/_mock/scenarios", LATE).status()).isLessThan(300);
    var connection = RawConnection.to(address);
    connection.write(
        "POST /v1/videos/generations HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\n"
            + "Content-Length: "
            + REQUEST.length()
            + "\r\n\r\n"
            + REQUEST);
    while (calls.get("/_mock/requests").json().path("requests").isEmpty()) {
      Thread.onSpinWait();
    }
    return connection;
  }

  private static RawConnection events(URI address) throws IOException {
    var connection = RawConnection.to(address);
    connection.write("GET /_mock/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\n\r\n");
    assertThat(connection.readHead()).contains("text/event-stream");
    return connection;
  }
}
