package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variables for proxies, as curl's manual has them. */
class EnvironmentProxiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https_proxy=http://a:1 HTTPS_PROXY=http://b:2 | https://x.example | a:1",
        "HTTPS_PROXY=http://b:2 ALL_PROXY=http://c:3   | https://x.example | b:2",
        "all_proxy=http://c:3 ALL_PROXY=http://d:4     | https://x.example | c:3",
        "ALL_PROXY=d:4                                 | http://x.example  | d:4",
        "http_proxy=http://a                           | http://x.example  | a:1080",
        "http_proxy=HTTP://[2001:db8::1]:3128/         | http://x.example  | 2001:db8::1:3128",
        "HTTP_PROXY=http://a:1                         | http://x.example  | DIRECT",
        "https_proxy=http://a:1                        | http://x.example  | DIRECT",
        "https_proxy= HTTPS_PROXY=http://b:2           | https://x.example | b:2",
        "https_proxy=http://a:1 NO_PROXY=x.example     | https://x.example | DIRECT",
        "https_proxy=http://a:1 no_proxy=y NO_PROXY=x.example | https://x.example | a:1",
      })
  void the_first_variable_wins(String variables, String url, String expected) {
    Proxy proxy = EnvironmentProxies.of(environment(variables)).select(URI.create(url)).get(0);
    String found =
        proxy.address() instanceof InetSocketAddress address
            ? address.getHostString() + ":" + address.getPort()
            : "DIRECT";
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*                   | any.example     | true",
        "example.com         | example.com     | true",
        "example.com         | www.example.com | true",
        ".example.com        | example.com     | true",
        ".example.com        | a.b.example.com | true",
        "Example.COM.        | www.example.com | true",
        "example.com         | notexample.com  | false",
        "example.com         | example.com.cn  | false",
        "a.example, b.example| b.example       | true",
        "a.example b.example | b.example       | true",
        "10.0.0.0/8          | 10.200.3.4      | true",
        "10.0.0.0/8          | 11.0.0.1        | false",
        "10.0.0.0/99         | 10.0.0.0        | false",
        "192.168.1.7         | 192.168.1.7     | true",
        "192.168.1.7         | 192.168.1.70    | false",
        "2001:db8::/32       | [2001:db8:5::1] | true",
        "[2001:db8::1]       | [2001:db8::1]   | true",
        "2001:db8::2         | [2001:db8::1]   | false",
        "example.com:8443    | example.com     | true",
        "example.com:443     | example.com     | false",
        "[2001:db8::1]:8443  | [2001:db8::1]   | true",
        "''                  | 127.0.0.1       | true",
        "''                  | 127.8.8.8       | true",
        "''                  | [::1]           | true",
        "''                  | localhost       | true",
        "''                  | example.com     | false",
      })
  void exceptions_are_those_of_curl_with_ports_and_this_machine(
      String list, String host, boolean direct) {
    assertThat(NoProxy.of(list).covers(host, 8443)).isEqualTo(direct);
  }

  @Test
  void a_name_that_looks_like_a_block_is_never_looked_up() {
    assertThat(NoProxy.of("example.com/8").covers("10.0.0.1", 80)).isFalse();
  }

  private static Map<String, String> environment(String variables) {
    var environment = new HashMap<String, String>();
    Arrays.stream(variables.strip().split(" +"))
        .map(variable -> variable.split("=", 2))
        .forEach(pair -> environment.put(pair[0], pair[1]));
    return environment;
  }
}
