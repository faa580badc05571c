package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import dev.seedance.mock.http.netty.Connections;
import dev.seedance.mock.sandbox.Sandboxes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probes of a server without a store; UpkeepTest has those of one with a store. */
class ProbeHttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"/_mock/health/live", "/_mock/health/ready", "/_mock/health/ready?x=1"})
  void a_probe_needs_no_key_and_makes_no_sandbox(String probe) {
    try (var server = TestServer.with("--api-key=good").start()) {
      assertThat(server.getWithoutKey(probe).json()).hasToString("{\"status\":\"ok\"}");
      assertThat(server.as("bad").get(probe).status()).isEqualTo(200);
      assertThat(server.as("good").get(probe).status()).isEqualTo(200);
      assertThat(server.bean(Sandboxes.class).idleFor(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void a_server_that_stops_is_alive_and_not_ready() {
    try (var server = TestServer.with().start()) {
      server.bean(Connections.class).stop();
      var refusal = server.getWithoutKey("/_mock/health/ready");
      assertThat(refusal.status()).isEqualTo(503);
      assertThat(refusal.text("/error/message")).isEqualTo("the mock server stops");
      assertThat(server.getWithoutKey("/_mock/health/live").status()).isEqualTo(200);
    }
  }
}
