package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EmbeddedMockTest {

  private static final String HEALTH =
      "GET /_mock/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  @Test
  @Timeout(30)
  void responds_until_it_is_closed() throws IOException {
    URI address;
    try (var mock = EmbeddedMock.start(new TestTime(), "--port=0", "--clock=frozen")) {
      address = mock.baseUrl();
      try (var connection = RawConnection.to(address)) {
        assertThat(connection.exchange(HEALTH)).startsWith("HTTP/1.1 200");
      }
    }
    while (accepts(address)) {
      Thread.onSpinWait(); // until the port is free
    }
  }

  @Test
  void refuses_a_wrong_argument_in_the_words_of_the_command_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddedMock.start(new TestTime(), "--clock=fast").close())
        .withMessageContaining("--clock", "unknown clock 'fast'; expected real, auto, frozen");
  }

  private static boolean accepts(URI address) throws IOException {
    try {
      RawConnection.to(address).close();
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }
}
