package dev.seedance.mock.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "seedance-2, seedance-2",
    "seedance-2*, seedance-2",
    "seedance-2*, seedance-2-fast",
    "*storm*, A Storm at sea",
    "order-?, order-1",
    "*a*b*c*, xxaxxbxxcxx",
    "'', ''",
    "**, anything",
    "(a+)+$, (a+)+$"
  })
  void matches(String pattern, String text) {
    assertThat(new Glob(pattern).matches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "seedance-2, seedance-2-fast",
    "storm, A storm",
    "order-?, order-12",
    "order-?, order-",
    "*a*b, xbxa",
    "'', x",
    "a.c, abc"
  })
  void does_not_match(String pattern, String text) {
    assertThat(new Glob(pattern).matches(text)).isFalse();
  }

  @Test
  void the_worst_pattern_on_a_long_text_is_done_soon() {
    var worst = new Glob("*a".repeat(100));
    assertThat(worst.matches("a".repeat(100_000) + "b")).isFalse();
  }

  @Test
  void a_longer_pattern_is_refused() {
    assertThatThrownBy(() -> new Glob("x".repeat(201)))
        .hasMessage("a pattern has 201 characters; at most 200 are allowed");
  }
}
