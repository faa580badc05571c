package dev.seedance.mock.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitWriterTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 6, 7, 255, 32_844, 1_000_000})
  void unsigned_numbers_can_be_read_back(int number) {
    BitReader bits = new BitReader(new BitWriter().unsigned(number).nalUnit(0x41));

    assertThat(bits.bits(8)).isEqualTo(0x41);
    assertThat(bits.unsigned()).isEqualTo(number);
  }

  @Test
  void signed_numbers_alternate() {
    BitWriter writer = new BitWriter().signed(0).signed(1).signed(-1).signed(2);
    BitReader bits = new BitReader(writer.nalUnit(0));
    bits.bits(8);

    for (int expected = 0; expected < 4; expected++) {
      assertThat(bits.unsigned()).isEqualTo(expected);
    }
  }

  @Test
  void payload_never_looks_like_a_start_code() {
    byte[] unit = new BitWriter().bits(0, 32).bits(1, 8).bits(0, 16).bits(4, 8).nalUnit(0x65);

    assertThat(unit).containsExactly(0x65, 0, 0, 3, 0, 0, 3, 1, 0, 0, 4, 0x80);
  }

  @ParameterizedTest
  @EnumSource(Residual.class)
  void cost_of_a_residual_is_its_length(Residual kind) {
    for (int level = -500; level <= 500; level++) {
      BitWriter writer = new BitWriter();
      for (int i = 0; i < 8; i++) {
        kind.write(writer, level);
      }
      int payload = new BitReader(writer.nalUnit(0)).length() - 2;
      assertThat(kind.cost(level)).as("level %d", level).isEqualTo(payload);
    }
  }
}
