package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {

  private static final String CHARACTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.:%/,+ ";

  @Test
  void every_letter_of_the_font_has_its_own_shape() {
    assertThat(CHARACTERS.chars().mapToObj(c -> Glyphs.of((char) c)).distinct())
        .hasSize(CHARACTERS.length())
        .doesNotContain(Glyphs.of('\u4e2d'));
  }

  @Test
  void short_text_stays_on_one_line() {
    assertThat(Lettering.wrap("MOCK", 23, 1)).containsExactly("MOCK");
  }

  @Test
  void text_breaks_after_a_separator() {
    assertThat(Lettering.wrap("seedance-2 720p 16:9", 80, 1))
        .containsExactly("seedance-2", "720p 16:9");
  }

  @Test
  void text_without_separator_breaks_into_equal_parts() {
    assertThat(Lettering.wrap("tsk_vid_01JQZK8M2N7X4R6T9V3B5C1D0F", 108, 1))
        .containsExactly("tsk_vid_", "01JQZK8M2N7X4", "R6T9V3B5C1D0F");
  }

  @Test
  void scale_is_the_largest_that_fits() {
    assertThat(Lettering.fit("MOCK", 23 * 3, 1, 5)).isEqualTo(3);
    assertThat(Lettering.fit("MOCK", 10, 1, 5)).isEqualTo(1);
  }
}
