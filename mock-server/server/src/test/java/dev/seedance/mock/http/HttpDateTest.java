package dev.seedance.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpDateTest {

  @Test
  void a_day_has_two_digits() {
    assertThat(HttpDate.of(Instant.parse("2031-03-04T05:06:07.9Z")))
        .isEqualTo("Tue, 04 Mar 2031 05:06:07 GMT");
    assertThat(HttpDate.of(Instant.EPOCH)).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
  }
}
