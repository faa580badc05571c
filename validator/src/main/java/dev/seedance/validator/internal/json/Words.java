package dev.seedance.validator.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of a body at once: nearly all of a large body is one text without anything
 * special in it.
 */
final class Words {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long BACKSLASHES = ONES * '\\';
  private static final long QUOTES = ONES * '"';
  private static final long BLANKS = ONES * ' ';

  private Words() {}

  /**
   * Returns the offset of the next byte that is not ASCII, or NUL, or a backslash; else the end.
   */
  static int skipAscii(byte[] body, int from) {
    int at = from;
    while (at + Long.BYTES <= body.length) {
      long word = (long) LONGS.get(body, at);
      // In ASCII, taking 1 from a byte sets its high bit if it is 0, and only then.
      if (((word | (word - ONES) | ((word ^ BACKSLASHES) - ONES)) & HIGH_BITS) != 0) {
        break;
      }
      at += Long.BYTES;
    }
    while (at < body.length && body[at] > 0 && body[at] != '\\') {
      at++;
    }
    return at;
  }

  /**
   * Returns the offset of the next byte that does not stand for itself in a JSON string of ASCII.
   */
  static int skipText(byte[] body, int from) {
    int at = from;
    while (at + Long.BYTES <= body.length) {
      long word = (long) LONGS.get(body, at);
      long special =
          word | (word - BLANKS) | ((word ^ BACKSLASHES) - ONES) | ((word ^ QUOTES) - ONES);
      if ((special & HIGH_BITS) != 0) {
        break;
      }
      at += Long.BYTES;
    }
    while (at < body.length && body[at] >= ' ' && body[at] != '\\' && body[at] != '"') {
      at++;
    }
    return at;
  }
}
