package dev.seedance.mock.media;

import java.util.Arrays;

/** Writes the bits of H.264 syntax elements and packs them as a NAL unit. */
final class BitWriter {

  private byte[] bytes = new byte[256];
  private int size;
  private long pending;
  private int pendingBits;

  /** Writes {@code u(n)}: the lowest {@code count} bits of a value, at most 32. */
  BitWriter bits(int value, int count) {
    pending = (pending << count) | (value & ((1L << count) - 1));
    pendingBits += count;
    while (pendingBits >= Byte.SIZE) {
      pendingBits -= Byte.SIZE;
      append((byte) (pending >> pendingBits));
    }
    return this;
  }

  BitWriter flag(boolean value) {
    return bits(value ? 1 : 0, 1);
  }

  /** Writes {@code ue(v)}, clause 9.1. */
  BitWriter unsigned(int value) {
    int length = Integer.SIZE - Integer.numberOfLeadingZeros(value + 1);
    return bits(0, length - 1).bits(value + 1, length);
  }

  /** Writes {@code se(v)}, clause 9.1.1. */
  BitWriter signed(int value) {
    return unsigned(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /**
   * Ends the payload and packs it, clause 7.3.1. A third byte that would make the unit look like a
   * start code is preceded by a 3, even though MP4 has no start codes.
   *
   * @param header the unit's first byte: reference importance and type
   */
  byte[] nalUnit(int header) {
    bits(1, 1).bits(0, (Byte.SIZE - pendingBits) % Byte.SIZE);
    byte[] unit = new byte[1 + size + size / 2];
    unit[0] = (byte) header;
    int length = 1;
    int zeros = 0;
    for (int i = 0; i < size; i++) {
      if (zeros == 2 && (bytes[i] & 0xFC) == 0) {
        unit[length++] = 3;
        zeros = 0;
      }
      unit[length++] = bytes[i];
      zeros = bytes[i] == 0 ? zeros + 1 : 0;
    }
    return Arrays.copyOf(unit, length);
  }

  private void append(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = value;
  }
}
