package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthCheckTest {

  @Test
  void a_server_that_runs_is_ready() {
    try (var server = TestServer.with().start()) {
      assertThat(HealthCheck.isReady(server.baseUrl().getPort())).isTrue();
    }
  }

  @Test
  void a_port_where_nobody_listens_is_not_ready() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(HealthCheck.isReady(free)).isFalse();
  }

  @Test
  void the_port_is_that_of_the_environment() {
    assertThat(HealthCheck.port(Map.of("SEEDANCE_MOCK_PORT", "9090"))).isEqualTo(9090);
    assertThat(HealthCheck.port(Map.of())).isEqualTo(8080);
  }
}
