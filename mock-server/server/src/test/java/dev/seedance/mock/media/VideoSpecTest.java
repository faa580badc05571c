package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSpecTest {

  @ParameterizedTest
  @CsvSource({"1668, 1251", "319, 640", "318, 640", "640, 4610", "0, 0"})
  void sizes_that_cannot_be_coded_are_refused(int width, int height) {
    assertThatThrownBy(() -> new FrameSize(width, height))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an even number from 320 to 4608");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 61})
  void lengths_that_no_task_has_are_refused(int seconds) {
    assertThatThrownBy(() -> Specs.of(640, 640, seconds, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("seconds is " + seconds + ", expected 1 to 60");
  }
}
