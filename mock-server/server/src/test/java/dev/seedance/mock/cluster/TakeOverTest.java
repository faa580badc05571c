package dev.seedance.mock.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sandboxes that move from one server to another. */
class TakeOverTest {

  private static final String BODY = "{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}";

  @Test
  void a_task_outlives_the_server_that_took_it() {
    try (var members = new Members()) {
      var first = members.start();
      var second = members.start();
      String id = first.server().submit(BODY).text("/id");
      first.store().cut();
      members.time.pass(Members.LEASE.minusMillis(1));
      Response early = second.server().poll(id);
      assertThat(early.status()).isEqualTo(503);
      assertThat(early.header("Retry-After")).isEqualTo("1");
      members.time.pass(Duration.ofMillis(1));
      assertThat(second.server().poll(id).text("/status")).isEqualTo("queued");
      assertThat(first.server().poll(id).status()).isEqualTo(503);
    }
  }

  @Test
  void a_sandbox_with_a_due_event_is_adopted_without_a_request() throws IOException {
    try (var members = new Members();
        var hook = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var first = members.start("--clock=real");
      var second = members.start("--clock=real");
      String body =
          "{\"model\":\"seedance-2\",\"prompt\":\"a boat\",\"callback_url\":\"http://127.0.0.1:%d/\"}"
              .formatted(hook.getLocalPort());
      String id = first.server().submit(body).text("/id");
      first.store().cut();
      members.time.pass(Duration.ofHours(1));
      second.tick();
      hook.setSoTimeout(20_000);
      try (var call = hook.accept()) {
        byte[] start = call.getInputStream().readNBytes(6);
        assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("POST /");
      }
      assertThat(second.server().poll(id).text("/status")).isIn("completed", "failed");
    }
  }

  @Test
  void a_server_that_stops_gives_its_sandboxes_away_at_once() {
    try (var members = new Members()) {
      var first = members.start();
      var second = members.start();
      String id = first.server().submit(BODY).text("/id");
      members.stop(first);
      assertThat(second.server().poll(id).text("/status")).isEqualTo("queued");
    }
  }
}
