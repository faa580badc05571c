package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSizeTest {

  @ParameterizedTest
  @CsvSource({"1668, 1251", "319, 640", "318, 640", "640, 4610", "0, 0"})
  void sizes_that_cannot_be_coded_are_refused(int width, int height) {
    assertThatThrownBy(() -> new FrameSize(width, height))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an even number from 320 to 4608");
  }
}
