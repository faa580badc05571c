package dev.seedance.mock.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @Test
  void takes_a_url_apart() {
    assertThat(Target.parse("http://Localhost:9000/hook?a=b"))
        .isEqualTo(new Target("localhost", 9_000, false, "Localhost:9000", "/hook?a=b"));
    assertThat(Target.parse("https://receiver.example"))
        .isEqualTo(new Target("receiver.example", 443, true, "receiver.example", "/"));
    assertThat(Target.parse("http://[::1]/é"))
        .isEqualTo(new Target("::1", 80, false, "[::1]", "/%C3%A9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hook",
        "/hook",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "http:///hook",
        "http://user:pass@127.0.0.1/",
        "http://127.0.0.1/#fragment",
        "http://127.0.0.1:65536/",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/\ud800",
        "http://127.0.0.1/\udc00\ud800",
        "http://127.0.0.1/\r\nX-Injected: yes",
        "http://127.0.0.1:99999999999/"
      })
  void refuses_what_is_no_receiver(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> Target.parse(url));
  }
}
