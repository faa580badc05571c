package dev.seedance.mock.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:5173, http://localhost:5173",
    "http://localhost:5173/, http://localhost:5173",
    "HTTP://LocalHost:5173, http://localhost:5173",
    "http://localhost:80, http://localhost",
    "https://app.example.com:443/, https://app.example.com",
    "https://app.example.com:80, https://app.example.com:80",
    "http://localhost:05173, http://localhost:5173",
    "http://bücher.example, http://xn--bcher-kva.example",
    "http://[0:0:0:0:0:0:0:1]:5173, http://[::1]:5173",
    "http://[2001:DB8:0::00A], http://[2001:db8::a]",
    "chrome-extension://abcdefghijklmnop, chrome-extension://abcdefghijklmnop",
    "capacitor://localhost, capacitor://localhost",
    "http://my_host:3000, http://my_host:3000"
  })
  void is_kept_in_the_form_that_browsers_send(String given, String sent) {
    assertThat(WebOrigin.parse(given)).hasToString(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:5173, expected http://localhost:5173",
    "localhost:5173/, expected http://localhost:5173",
    "app.example.com, expected http://app.example.com",
    "http://localhost:5173/app, expected http://localhost:5173",
    "localhost, a scheme",
    "null, a scheme",
    "*, name each origin",
    "http://*.example.com:*, a scheme",
    "http://user@host, a scheme",
    "http://*.example.com, a scheme",
    "http://a:65536, expected 0 to 65535",
    "http://a?x=1, a scheme",
    "http://[::1, a scheme",
    "http://[:::1], no valid IPv6 address",
    "http://, a scheme"
  })
  void anything_else_is_refused_and_the_right_form_is_named(String given, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebOrigin.parse(given))
        .withMessageContaining("'" + given + "'")
        .withMessageContaining(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "http://a b"})
  void blanks_are_refused(String given) {
    assertThatIllegalArgumentException().isThrownBy(() -> WebOrigin.parse(given));
  }
}
