package dev.seedance.mock.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a view says when its server is closed, or its argument is no URL. */
class ClosedServerTest {

  @Test
  void every_view_of_a_closed_server_says_so() {
    var mock = MockServer.start();
    var other = mock.withApiKey("other");
    mock.clock().freeze();
    mock.close();

    Stream.<ThrowingCallable>of(
            mock::tasks,
            other::reset,
            () -> mock.clock().advance(Duration.ofHours(1)),
            () -> mock.webhooks().deliveries(),
            () -> mock.account().spent())
        .forEach(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("this mock server is closed; start another one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "/webhooks", "ftp://127.0.0.1/x", "http://"})
  void a_receiver_that_is_no_url_is_named(String url) {
    try (var mock = MockServer.start()) {
      for (ThrowingCallable call :
          new ThrowingCallable[] {
            () -> mock.webhooks().deliverTo(url), () -> mock.webhooks().test(url)
          }) {
        assertThatThrownBy(call)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "the receiver is '%s', expected an absolute URL such as"
                    + " http://127.0.0.1:9000/webhooks",
                url);
      }
    }
  }
}
