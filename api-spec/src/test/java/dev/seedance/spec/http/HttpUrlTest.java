package dev.seedance.spec.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "-",
      value = {
        "http://order_service:9123/hook order_service 9123 order_service:9123 /hook",
        "http://Localhost:9000/hook?a=b localhost 9000 Localhost:9000 /hook?a=b",
        "HTTPS://receiver.example receiver.example 443 receiver.example /",
        "https://receiver.example? receiver.example 443 receiver.example /?",
        "http://a.example.:/x a.example 80 a.example. /x",
        "http://[::1]/é ::1 80 [::1] /%C3%A9",
        "http://[fe80::1%25eth0]:81/ fe80::1%eth0 81 [fe80::1%25eth0]:81 /",
        "http://bücher.example/ xn--bcher-kva.example 80 xn--bcher-kva.example /",
        "http://h/p?sig=a|b{c}^[d] h 80 h /p?sig=a%7Cb%7Bc%7D%5E%5Bd%5D",
        "http://h/100%?x=%&y=%4&z=%41 h 80 h /100%25?x=%25&y=%254&z=%41",
        "http://h/a%7Cb?c=%E2%82%AC h 80 h /a%7Cb?c=%E2%82%AC",
        "http://user:pw@h:1/x#y h 1 h:1 /x",
        "http://h#y h 80 h /"
      })
  void takes_a_url_apart(String text, String host, int port, String hostHeader, String target) {
    HttpUrl url = parsed(text);
    assertThat(url.host()).isEqualTo(host);
    assertThat(url.port()).isEqualTo(port);
    assertThat(url.hostHeader()).isEqualTo(hostHeader);
    assertThat(url.target()).isEqualTo(target);
    assertThat(url.uri().getRawPath()).startsWith("/");
    assertThat(url).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hook",
        "//h/",
        "ftp://h/",
        "http:/h/",
        "http://",
        "http:///hook",
        "http://:80/",
        "http://[]/",
        "http://[::1/",
        "http://[::1]x/",
        "http://h:65536/",
        "http://h:8o/",
        "http://h/a b",
        "http://h/\r\nX-Injected: yes",
        "http://h/\u2028",
        "http://h\\@other/"
      })
  void refuses_what_is_none(String text) {
    assertThat(HttpUrl.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a_b/x/y?z, other|1?q={2}, http://a_b/x/other%7C1?q=%7B2%7D",
    "http://a_b/x, /y, http://a_b/y",
    "https://a/x, //c_d:8/y, https://c_d:8/y",
    "http://a/x, https://e_f/100%, https://e_f/100%"
  })
  void resolves_a_reference(String base, String reference, String expected) {
    assertThat(parsed(base).resolve(reference)).hasToString(expected);
  }

  @Test
  void resolves_no_other_scheme() {
    assertThat(parsed("http://a/x").resolve("file:///etc/passwd")).isNull();
    assertThat(parsed("http://a/x").resolve("mailto:a@b")).isNull();
  }

  @Test
  void a_uri_has_a_host_only_if_java_knows_such_a_name() {
    assertThat(parsed("http://a.example:8/x").uri()).isEqualTo(URI.create("http://a.example:8/x"));
    assertThat(parsed("http://a_b:8/x").uri().getHost()).isNull();
    assertThat(parsed("http://a{b}/").uri()).hasToString("http://a%7Bb%7D/");
  }

  private static HttpUrl parsed(String text) {
    return Objects.requireNonNull(HttpUrl.parse(text));
  }
}
