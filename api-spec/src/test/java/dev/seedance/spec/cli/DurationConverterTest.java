package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "300ms, PT0.3S",
    "0.3s, PT0.3S",
    "90, PT1M30S",
    "2m, PT2M",
    "1.5h, PT1H30M",
    "' 5s ', PT5S",
    "0s, PT0S",
    "0.0009s, PT0S",
  })
  void reads_an_amount_and_a_unit(String text, Duration expected) {
    assertThat(converter.convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1s", "5 s", "5d", "PT5S", "1e3s", ".5s", "1000000000s"})
  void refuses_other_text_and_shows_the_forms(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text))
        .withMessage("'" + text + "' is no duration; write 10s, 0.3s, 300ms, 5m, or plain seconds");
  }
}
