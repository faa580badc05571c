package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterSetsTest {

  @ParameterizedTest
  @MethodSource("dev.seedance.mock.media.Specs#sizes")
  void sequence_says_the_size_of_every_frame_in_the_contract(FrameSize size) {
    BitReader bits = new BitReader(ParameterSets.sequence(size));

    assertThat(bits.bits(8)).as("NAL unit header").isEqualTo(0x67);
    assertThat(bits.bits(8)).as("profile").isEqualTo(77);
    assertThat(bits.bits(8)).as("constraints").isEqualTo(0xC0);
    assertThat(bits.bits(8)).as("level").isEqualTo(Level.of(size).number());
    assertThat(bits.unsigned()).as("id").isZero();
    assertThat(bits.unsigned()).as("log2_max_frame_num_minus4").isEqualTo(4);
    assertThat(bits.unsigned()).as("pic_order_cnt_type").isEqualTo(2);
    assertThat(bits.unsigned()).as("max_num_ref_frames").isEqualTo(1);
    assertThat(bits.bits(1)).as("gaps_in_frame_num_value_allowed_flag").isZero();
    int width = 16 * (bits.unsigned() + 1);
    int height = 16 * (bits.unsigned() + 1);
    assertThat(bits.bits(2)).as("frame_mbs_only, direct_8x8_inference").isEqualTo(3);
    if (bits.bits(1) == 1) {
      width -= 2 * (bits.unsigned() + bits.unsigned());
      height -= 2 * (bits.unsigned() + bits.unsigned());
    }
    assertThat(new FrameSize(width, height)).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({
    "640, 640, 30",
    "864, 496, 31",
    "1280, 720, 31",
    "1112, 834, 32",
    "1920, 1080, 40",
    "2206, 946, 42",
    "3840, 2160, 51",
    "4412, 1892, 51",
    "4608, 4608, 60",
  })
  void level_is_the_lowest_that_allows_the_size(int width, int height, int level) {
    assertThat(Level.of(new FrameSize(width, height)).number()).isEqualTo(level);
  }

  @Test
  void picture_uses_the_quantiser_that_loses_nothing() {
    BitReader bits = new BitReader(ParameterSets.picture());
    bits.bits(8);
    for (int i = 0; i < 2; i++) {
      assertThat(bits.unsigned()).as("ids").isZero();
    }
    assertThat(bits.bits(2)).as("CABAC, bottom field order").isZero();
    for (int i = 0; i < 3; i++) {
      assertThat(bits.unsigned()).as("slice groups, references").isZero();
    }
    assertThat(bits.bits(3)).as("weighted prediction").isZero();
    assertThat(bits.unsigned()).as("pic_init_qp_minus26 = -10").isEqualTo(20);
  }
}
