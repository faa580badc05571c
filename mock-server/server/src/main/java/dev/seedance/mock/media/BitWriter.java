package dev.seedance.mock.media;

import java.io.ByteArrayOutputStream;

/** Writes the bits of H.264 syntax elements and packs them as a NAL unit. */
final class BitWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private long pending;
  private int pendingBits;

  /** Writes {@code u(n)}: the lowest {@code count} bits of a value, at most 32. */
  BitWriter bits(int value, int count) {
    pending = (pending << count) | (value & ((1L << count) - 1));
    pendingBits += count;
    while (pendingBits >= Byte.SIZE) {
      pendingBits -= Byte.SIZE;
      bytes.write((int) (pending >> pendingBits));
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
    var unit = new ByteArrayOutputStream(bytes.size() + 16);
    unit.write(header);
    int zeros = 0;
    for (byte next : bytes.toByteArray()) {
      if (zeros == 2 && (next & 0xFC) == 0) {
        unit.write(3);
        zeros = 0;
      }
      unit.write(next);
      zeros = next == 0 ? zeros + 1 : 0;
    }
    return unit.toByteArray();
  }
}
