package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SizeConverterTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1048576, 1048576",
    "7B, 7",
    "2k, 2048",
    "64MiB, 67108864",
    "64 MB, 67108864",
    "64m, 67108864",
    "1GiB, 1073741824"
  })
  void reads_sizes(String text, long bytes) {
    assertThat(new SizeConverter().convert(text.replace(" ", ""))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5M", "MiB", "64 MiB MiB", "1T", "12345678901"})
  void refuses_the_rest(String text) {
    assertThatThrownBy(() -> new SizeConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is no size; write 64MiB");
  }
}
