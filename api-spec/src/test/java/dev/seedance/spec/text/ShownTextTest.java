package dev.seedance.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

  private static final String WHALE = "\uD83D\uDC33";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10})
  void text_of_at_most_the_limit_is_left_alone(int length) {
    assertThat(ShownText.cut(WHALE.repeat(length), 10)).isEqualTo(WHALE.repeat(length));
    assertThat(ShownText.cut("x".repeat(length), 10)).isEqualTo("x".repeat(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 19, 20, 21, 5_000})
  void longer_text_is_cut_to_the_limit(int length) {
    assertThat(ShownText.cut(WHALE.repeat(length), 10)).isEqualTo(WHALE.repeat(9) + "…");
    assertThat(ShownText.cut("x".repeat(length), 10)).isEqualTo("xxxxxxxxx…");
    assertThat(ShownText.cut("x".repeat(length), 1)).isEqualTo("…");
  }

  @Test
  void a_cut_counts_characters_and_not_their_escapes() {
    assertThat(ShownText.plain("\u001Babcdef", 4)).isEqualTo("\\u001Bab…");
  }

  @ParameterizedTest
  @CsvSource({
    "4, aé",
    "3, aé",
    "2, a",
    "1, a",
    "5, aé",
    "6, aé",
    "7, aé🐳",
    "8, aé🐳b",
    "99, aé🐳b"
  })
  void a_limit_of_bytes_cuts_through_no_character(int most, String beginning) {
    byte[] utf8 = "aé🐳b".getBytes(StandardCharsets.UTF_8);
    assertThat(ShownText.beginning(utf8, most)).isEqualTo(beginning);
  }

  @Test
  void bytes_that_are_no_text_have_a_beginning_too() {
    byte[] bytes = new byte[20];
    Arrays.fill(bytes, (byte) 0x80);
    assertThat(ShownText.beginning(bytes, 7)).isEqualTo("\uFFFD".repeat(7));
    assertThat(ShownText.beginning(bytes, 0)).isEmpty();
  }
}
