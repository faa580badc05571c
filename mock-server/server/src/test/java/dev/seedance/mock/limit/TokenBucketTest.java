package dev.seedance.mock.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.options.Rate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** A token every 10 s, two at once. */
  private final TokenBucket bucket = new TokenBucket(new Rate(6, 2));

  @Test
  void grants_the_burst_at_once_then_refuses() {
    assertThat(bucket.take(NOW))
        .isEqualTo(new TokenBucket.Grant(true, 6, 1, NOW.plusSeconds(10), NOW));
    assertThat(bucket.take(NOW))
        .isEqualTo(new TokenBucket.Grant(true, 6, 0, NOW.plusSeconds(20), NOW));
    assertThat(bucket.take(NOW))
        .isEqualTo(new TokenBucket.Grant(false, 6, 0, NOW.plusSeconds(20), NOW.plusSeconds(10)));
  }

  @Test
  void a_refused_call_takes_nothing() {
    bucket.take(NOW);
    bucket.take(NOW);
    for (int i = 0; i < 100; i++) {
      assertThat(bucket.take(NOW.plusSeconds(9)).granted()).isFalse();
    }
    assertThat(bucket.take(NOW.plusSeconds(10)).granted()).isTrue();
  }

  @Test
  void is_never_fuller_than_full() {
    bucket.take(NOW);
    assertThat(bucket.take(NOW.plusSeconds(1_000_000)).remaining()).isEqualTo(1);
  }

  @Test
  void recovers_if_time_was_set_back() {
    bucket.take(NOW);
    Instant before = NOW.minusSeconds(1_000_000);
    assertThat(bucket.take(before).granted()).isFalse();
    assertThat(bucket.take(before.plusSeconds(10)).granted()).isTrue();
  }
}
