package dev.seedance.mock.http.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.options.WebOrigin;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsRebindingGuardTest {

  private final DnsRebindingGuard names =
      new DnsRebindingGuard(
          List.of("127.0.0.1", "public.company.com"),
          List.of(
              WebOrigin.parse("http://Mock.company.com:8080"),
              WebOrigin.parse("https://other.company.com")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8080",
        "127.0.0.1",
        "192.168.1.7:80",
        "[::1]:8080",
        "localhost:8080",
        "LOCALHOST",
        "mock:8080",
        "provider.test",
        "anything.localhost:1",
        "host.docker.internal:8080",
        "mock.company.com:8080",
        "public.company.com",
        "OTHER.company.com",
        ""
      })
  void nobody_elsewhere_owns(String host) {
    assertThat(names.include(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attacker.example",
        "attacker.example:8080",
        "127.0.0.1.attacker.example",
        "localhost.attacker.example:8080",
        "company.com",
        "mock.company.com.attacker.example",
        "127.0.0.1@attacker.example",
        "attacker.example:80:80",
        "[::1].attacker.example",
        "1.2.3.4x"
      })
  void somebody_may_own(String host) {
    assertThat(names.include(host)).isFalse();
  }
}
