package dev.seedance.mock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UlidTest {

  @Test
  void writes_the_time_in_front() {
    // The time of the ULID specification's own sample.
    String ulid = Ulid.of(Instant.ofEpochMilli(1469918176385L), new SplittableRandom(1));
    assertThat(ulid).startsWith("01ARYZ6S41").hasSize(26).matches("[0-9A-HJKMNP-TV-Z]{26}");
  }

  @Test
  void draws_the_same_from_the_same_chance() {
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(Ulid.of(time, new SplittableRandom(7)))
        .isEqualTo(Ulid.of(time, new SplittableRandom(7)))
        .isNotEqualTo(Ulid.of(time, new SplittableRandom(8)));
  }
}
