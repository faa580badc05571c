package dev.seedance.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.ControlCalls;
import dev.seedance.mock.HttpCalls;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilityHttpTest {

  static Iterable<String> revisions() {
    return ApiSpec.revisions();
  }

  @ParameterizedTest
  @MethodSource("revisions")
  void tells_the_table_of_the_server_s_revision(String revision, TestInfo test) throws IOException {
    try (var server = MockServer.start(MockOptions.builder().revision(revision).build());
        InputStream table = ApiSpec.capabilities(revision).openStream()) {
      var answer = ControlCalls.of(new HttpCalls(server.baseUrl()), test).get("/capabilities");
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      assertThat(answer.text("/revision")).isEqualTo(revision);
      assertThat(answer.body()).isEqualTo(table.readAllBytes());
    }
  }
}
