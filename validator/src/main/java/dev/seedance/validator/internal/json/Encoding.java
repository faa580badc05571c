package dev.seedance.validator.internal.json;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a body is strict UTF-8 before Jackson reads it: Jackson also takes UTF-16 and UTF-32,
 * skips byte order marks, and lets overlong forms and half surrogates pass.
 */
final class Encoding {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The bytes of an escape for half of a character outside the basic plane. */
  private static final int ESCAPE = 6;

  private Encoding() {}

  /**
   * A flaw of the encoding.
   *
   * @param variant of the message
   * @param offset of the first byte that is wrong
   */
  record Flaw(String variant, int offset) {}

  /** Finds the first flaw, {@code null} if the body is clean. */
  static @Nullable Flaw find(byte[] body) {
    int mark = Arrays.mismatch(body, BYTE_ORDER_MARK);
    if (mark < 0 || mark == BYTE_ORDER_MARK.length) {
      return new Flaw("byte-order-mark", 0);
    }
    int at = Words.skipAscii(body, 0);
    while (at < body.length) {
      int length = body[at] == '\\' ? escape(body, at) : character(body, at);
      if (length == 0) {
        return new Flaw(body[at] == '\\' ? "half-surrogate" : "encoding", at);
      }
      at = Words.skipAscii(body, at + length);
    }
    return null;
  }

  /** Returns the bytes of an escape, 0 if it stands for half a surrogate pair. */
  private static int escape(byte[] body, int at) {
    if (isSurrogate(body, at, "89abAB") && isSurrogate(body, at + ESCAPE, "cdefCDEF")) {
      return 2 * ESCAPE;
    }
    if (isSurrogate(body, at, "89abABcdefCDEF")) {
      return 0;
    }
    return at + 1 < body.length && body[at + 1] > 0 ? 2 : 1; // more bytes are characters as any
  }

  /**
   * Tells if there is an escape such as {@code uD83D} after a backslash, whose digit after the D is
   * one of these.
   */
  private static boolean isSurrogate(byte[] body, int at, String digits) {
    return at + ESCAPE <= body.length
        && body[at] == '\\'
        && body[at + 1] == 'u'
        && (body[at + 2] == 'd' || body[at + 2] == 'D')
        && digits.indexOf(body[at + 3]) >= 0
        && HexFormat.isHexDigit(body[at + 4])
        && HexFormat.isHexDigit(body[at + 5]);
  }

  /**
   * Returns the bytes of a character outside of ASCII, 0 if it is none in strict UTF-8 (RFC 3629).
   */
  private static int character(byte[] body, int at) {
    int first = body[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > body.length) {
      return 0; // NUL too, which stands in UTF-16 and UTF-32 and never in JSON
    }
    for (int i = at + 1; i < at + length; i++) {
      if (!TextPosition.continuesCharacter(body[i])) {
        return 0;
      }
    }
    int second = body[at + 1] & 0xFF;
    boolean strict =
        switch (first) {
          case 0xE0 -> second >= 0xA0; // else two bytes do
          case 0xED -> second < 0xA0; // else half a surrogate pair
          case 0xF0 -> second >= 0x90; // else three bytes do
          case 0xF4 -> second < 0x90; // else beyond Unicode
          default -> true;
        };
    return strict ? length : 0;
  }
}
