package dev.seedance.mock.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSettingTest {

  @ParameterizedTest
  @ValueSource(strings = {"real", "auto", "frozen", "x60", "x0.5"})
  void reads_what_it_writes(String text) {
    assertThat(ClockSetting.parse(text)).hasToString(text);
  }

  @Test
  void reads_the_rate_of_a_scaled_clock() {
    assertThat(ClockSetting.parse("x60")).isEqualTo(ClockSetting.scaled(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "", "x", "xx", "60", "xNaN"})
  void refuses_other_words_and_says_what_it_expects(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClockSetting.parse(text))
        .withMessage(
            "unknown clock '" + text + "'; expected real, auto, frozen, or xN such as x60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x0", "x-1", "x1e99", "x100001"})
  void refuses_rates_out_of_range(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClockSetting.parse(text))
        .withMessageContaining("is out of range; expected over 0 and at most 100000");
  }
}
