package dev.seedance.mock.media;

import java.util.Arrays;

/** Reads back what a {@link BitWriter} has packed. */
final class BitReader {

  private final byte[] bytes;
  private int position;

  BitReader(byte[] nalUnit) {
    bytes = withoutEscapes(nalUnit);
  }

  /** Bytes, without those that were put in against start codes. */
  int length() {
    return bytes.length;
  }

  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = 2 * value + ((bytes[position / 8] >> (7 - position % 8)) & 1);
      position++;
    }
    return value;
  }

  int unsigned() {
    int zeros = 0;
    while (bits(1) == 0) {
      zeros++;
    }
    return (1 << zeros) - 1 + bits(zeros);
  }

  private static byte[] withoutEscapes(byte[] unit) {
    byte[] plain = new byte[unit.length];
    int length = 0;
    for (int i = 0; i < unit.length; i++) {
      boolean escape = i >= 2 && unit[i] == 3 && unit[i - 1] == 0 && unit[i - 2] == 0;
      if (!escape) {
        plain[length++] = unit[i];
      }
    }
    return Arrays.copyOf(plain, length);
  }
}
