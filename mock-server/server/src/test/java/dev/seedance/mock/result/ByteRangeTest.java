package dev.seedance.mock.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-99, 0, 100",
    "bytes=10-19, 10, 20",
    "bytes=90-1000, 90, 100",
    "bytes=50-, 50, 100",
    "bytes=-10, 90, 100",
    "bytes=-1000, 0, 100"
  })
  void reads_the_three_forms(String header, long from, long to) {
    assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=1000-2000", "bytes=-0"})
  void knows_when_the_file_has_none_of_it(String header) {
    assertThat(ByteRange.parse(header, 100))
        .hasValueSatisfying(range -> assertThat(range.isSatisfiable()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "items=0-1", "bytes=a-b"})
  void ignores_what_is_no_single_range_of_bytes(String header) {
    assertThat(ByteRange.parse(header, 100)).isEmpty();
  }

  @Test
  void writes_the_content_range() {
    assertThat(new ByteRange(10, 20).contentRange(100)).isEqualTo("bytes 10-19/100");
  }
}
