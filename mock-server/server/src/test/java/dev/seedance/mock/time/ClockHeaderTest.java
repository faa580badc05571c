package dev.seedance.mock.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header by which a client learns that it need not wait. */
class ClockHeaderTest {

  private static final String REQUEST = "{\"model\":\"seedance-2\",\"prompt\":\"x\"}";

  @RegisterExtension static final TestServer server = TestServer.with("--clock=auto");

  @Test
  void is_on_every_answer_below_v1_good_or_bad() {
    Response task = server.submit(REQUEST);
    var responses =
        List.of(
            task,
            server.poll(task.text("/id")),
            server.poll("unknown"),
            server.submit("{"),
            server.submit(REQUEST.replace("x", "[mock:policy-rejected] x")));
    assertThat(responses)
        .allSatisfy(
            response ->
                assertThat(response.header("Seedance-Mock-Clock"))
                    .as("HTTP %d", response.status())
                    .isEqualTo("auto"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"real", "frozen"})
  void is_absent_while_the_clock_is_another(String mode) {
    server.put("/_mock/clock", "{\"mode\":\"%s\"}".formatted(mode));
    assertThat(server.submit(REQUEST).header("Seedance-Mock-Clock")).isEmpty();
  }
}
