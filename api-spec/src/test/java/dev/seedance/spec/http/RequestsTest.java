package dev.seedance.spec.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestsTest {

  @Test
  void a_name_that_java_does_not_know_is_looked_up() throws IOException {
    assertThat(uri("http://order_service:9123/hook?a|b"))
        .isEqualTo(URI.create("http://192.0.2.7:9123/hook?a%7Cb"));
    assertThat(uri("http://six_service/"))
        .isEqualTo(URI.create("http://[2001:db8:0:0:0:0:0:7]:80/"));
  }

  @Test
  void every_other_name_is_left_to_the_client() throws IOException {
    assertThat(uri("http://shop.example/x")).isEqualTo(URI.create("http://shop.example/x"));
    assertThat(uri("https://[::1]:8443")).isEqualTo(URI.create("https://[::1]:8443/"));
  }

  @Test
  void a_name_without_an_address_is_a_failure_to_connect() {
    assertThatThrownBy(() -> uri("http://no_service/"))
        .isInstanceOf(ConnectException.class)
        .hasMessage("no address is known for 'no_service'");
  }

  @Test
  void tls_takes_no_such_name() {
    assertThat(Requests.canReach(url("https://order_service/"))).isFalse();
    assertThatThrownBy(() -> uri("https://order_service/"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'order_service'");
  }

  private static URI uri(String text) throws IOException {
    return Requests.to(url(text), RequestsTest::resolve).build().uri();
  }

  private static HttpUrl url(String text) {
    return Objects.requireNonNull(HttpUrl.parse(text));
  }

  private static InetAddress resolve(String host) throws UnknownHostException {
    return switch (host) {
      case "order_service" -> InetAddress.getByName("192.0.2.7");
      case "six_service" -> InetAddress.getByName("2001:db8::7");
      default -> throw new UnknownHostException(host);
    };
  }
}
