package dev.seedance.mock.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.media.FrameSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 61})
  void lengths_that_no_task_has_are_refused(int seconds) {
    assertThatThrownBy(
            () -> new Output(seconds, "720p", new FrameSize(640, 640), false, false, 1, "mp4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 videos of " + seconds + " s; expected 1 to 4 of 1 to 60 s");
  }
}
