package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.spec.text.ByteSize;
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
    "1GiB, 1073741824",
    "12345678901, 12345678901",
    "8589934591GiB, 9223372035781033984"
  })
  void reads_sizes(String text, long bytes) {
    assertThat(new SizeConverter().convert(text.replace(" ", ""))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0B",
    "1023, 1023B",
    "1024, 1KiB",
    "1536, 1536B",
    "67108864, 64MiB",
    "1099511627776, 1024GiB"
  })
  void writes_sizes_as_it_reads_them(long bytes, String text) {
    assertThat(ByteSize.shortest(bytes)).isEqualTo(text);
    assertThat(ByteSize.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "1.5M",
        "MiB",
        "64 MiB MiB",
        "1T",
        "9223372036854775808",
        "8589934592GiB"
      })
  void refuses_the_rest(String text) {
    assertThatThrownBy(() -> new SizeConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is no size; write 64MiB");
  }
}
