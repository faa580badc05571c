package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Calls;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sandbox that ends holds no response back: neither a delayed one nor that of an advance. */
@Timeout(60)
class ReleaseHttpTest {

  private static final String LATE =
      """
      {"name":"tardy","match":{},"timeline":{"queued":"PT0S","running":"PT0S"},
       "faults":[{"on":"poll","fault":{"kind":"delay","by":"PT7H"}}]}""";

  private static final String[] OPTIONS = {"--clock=frozen", "--max-sandboxes=2"};

  @RegisterExtension static final TestServer server = TestServer.with(OPTIONS);

  private Calls calls;

  @BeforeEach
  void choose() {
    calls = server;
  }

  @Test
  void a_reset_sends_delayed_responses() {
    CompletableFuture<Response> poll = delayed();
    calls.post("/_mock/reset", "");
    assertThat(poll.join().text("/status")).isEqualTo("completed");
  }

  @Test
  void an_eviction_sends_delayed_responses() {
    CompletableFuture<Response> poll = delayed();
    for (int i = 0; i < 2; i++) {
      server.as("another-" + i + calls.key()).get("/_mock/clock");
    }
    assertThat(poll.join().text("/status")).isEqualTo("completed");
  }

  @Test
  void a_reset_ends_an_advance_that_waits_for_a_webhook() throws IOException {
    try (var silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      calls.submit(
          "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\"http://127.0.0.1:%d/\"}"
              .formatted(silent.getLocalPort()));
      var advance = CompletableFuture.supplyAsync(() -> calls.advance("PT3H"));
      var outcome = CompletableFuture.supplyAsync(() -> calls.advance("PT1S"));
      try (var attempt = silent.accept()) {
        calls.post("/_mock/reset", "");
        assertThat(advance.join().status()).isEqualTo(200);
        assertThat(outcome.join().status()).isEqualTo(200);
        assertThat(attempt.isConnected()).isTrue();
      }
    }
  }

  private CompletableFuture<Response> delayed() {
    assertThat(calls.post("/_mock/scenarios", LATE).status()).isEqualTo(200);
    String id = calls.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\"}").text("/id");
    var poll = CompletableFuture.supplyAsync(() -> calls.poll(id));
    while (calls.get("/_mock/clock").json().path("next_event_at").isNull()) {
      Thread.onSpinWait(); // until the poll has arrived
    }
    assertThat(poll).isNotDone();
    return poll;
  }
}
