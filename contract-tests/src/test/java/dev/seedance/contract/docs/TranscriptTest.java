package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page may leave out parts of an output, and nothing else. */
class TranscriptTest {

  @ParameterizedTest
  @CsvSource({
    "a b c, abc, true",
    "a b c, abd, false",
    "a…c, a b b c, true",
    "a…c, ac, true",
    "a…c…e, abcde, true",
    "a…c…e, abde, false",
    "a…, abc, true",
    "…c, abc, true",
    "ab…ba, aba, false",
    "a…b, ab!, false"
  })
  void stands_for_an_output(String shown, String printed, boolean matches) {
    assertThat(Transcript.matches(shown, printed)).isEqualTo(matches);
  }

  @Test
  void a_long_output_takes_no_longer_than_it_is() {
    String shown = "a…".repeat(12) + "b";
    String printed = "a".repeat(2_000_000);

    boolean matches =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> Transcript.matches(shown, printed));

    assertThat(matches).isFalse();
  }
}
