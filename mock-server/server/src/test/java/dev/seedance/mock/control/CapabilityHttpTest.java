package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.TestServer;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilityHttpTest {

  static Iterable<String> revisions() {
    return ApiSpec.revisions();
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void tells_the_table_of_the_server_s_revision(String revision) throws IOException {
    try (var server = TestServer.with("--revision=" + revision).start();
        InputStream table = ApiSpec.capabilities(revision).openStream()) {
      var response = server.get("/_mock/capabilities");
      assertThat(response.header("Content-Type")).isEqualTo("application/json");
      assertThat(response.text("/revision")).isEqualTo(revision);
      assertThat(response.body()).isEqualTo(table.readAllBytes());
    }
  }
}
