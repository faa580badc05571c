package dev.seedance.validator.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a body is strict UTF-8 before Jackson reads it: Jackson also takes UTF-16 and UTF-32,
 * skips byte order marks, and lets overlong forms and half surrogates pass.
 */
final class Encoding {

  private static final int BMP = 0x10000;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private Encoding() {}

  /**
   * A flaw of the encoding.
   *
   * @param variant of the message
   * @param offset of the first byte that is wrong
   */
  record Flaw(String variant, int offset) {}

  /** The first flaw, {@code null} where the body is clean. */
  static @Nullable Flaw find(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return new Flaw("byte-order-mark", 0);
    }
    for (int i = plainLength(body, 0); i < body.length; i = plainLength(body, i)) {
      byte b = body[i];
      if (b > 0 && b != '\\') {
        i++;
      } else if (b == '\\') {
        int length = escapeLength(body, i);
        if (length < 0) {
          return new Flaw("half-surrogate", i);
        }
        i += length;
      } else {
        int length = sequenceLength(body, i);
        if (length < 0) {
          return new Flaw("encoding", i);
        }
        i += length;
      }
    }
    return null;
  }

  /** Skips, eight bytes at a time, what is ASCII and neither NUL nor a backslash. */
  private static int plainLength(byte[] body, int from) {
    int i = from;
    while (i + Long.BYTES <= body.length && isPlain((long) LONGS.get(body, i))) {
      i += Long.BYTES;
    }
    return i;
  }

  /** The usual trick: a byte that is zero borrows from its highest bit when one is subtracted. */
  private static boolean isPlain(long eight) {
    long slashes = eight ^ (ONES * '\\');
    return ((eight | (eight - ONES) | (slashes - ONES)) & HIGH_BITS) == 0;
  }

  private static boolean startsWith(byte[] body, int one, int two, int three) {
    return body.length > 2
        && body[0] == (byte) one
        && body[1] == (byte) two
        && body[2] == (byte) three;
  }

  /** Length of the character at that offset, -1 where it is none; NUL is none, as in UTF-16. */
  private static int sequenceLength(byte[] body, int at) {
    int first = body[at] & 0xff;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > body.length) {
      return -1;
    }
    int point = first & (0xff >> (length + 1));
    for (int i = at + 1; i < at + length; i++) {
      if ((body[i] & 0xC0) != 0x80) {
        return -1;
      }
      point = (point << 6) | (body[i] & 0x3f);
    }
    boolean overlong = length == 3 ? point < 0x800 : length == 4 && point < BMP;
    boolean beyond = point > Character.MAX_CODE_POINT;
    return overlong || beyond || isSurrogate(point) ? -1 : length;
  }

  /** Length of the escape at that offset, -1 where it is half a surrogate pair. */
  private static int escapeLength(byte[] body, int at) {
    int unit = codeUnit(body, at);
    if (!isSurrogate(unit)) {
      return 2;
    }
    boolean pair =
        unit < 0xDC00 && codeUnit(body, at + 6) >= 0xDC00 && isSurrogate(codeUnit(body, at + 6));
    return pair ? 12 : -1;
  }

  /** The number of a {@code \\uXXXX} escape, -1 where there is none. */
  private static int codeUnit(byte[] body, int at) {
    if (at + 6 > body.length || body[at] != '\\' || body[at + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(body[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = (unit << 4) | digit;
    }
    return unit;
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
