package dev.seedance.spec.text;

import java.nio.charset.StandardCharsets;

/**
 * Makes text of any origin fit to be shown. Lengths and cuts are in code points, so that no cut
 * leaves half of a character, and no text is too odd to be shown.
 */
public final class ShownText {

  private static final String ELLIPSIS = "…";

  private ShownText() {}

  /** Returns the length in code points, which people and JSON Schema call characters. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Cuts text.
   *
   * @param most how many code points the result has at most, the ellipsis of a cut included; at
   *     least 1
   */
  public static String cut(String text, int most) {
    if (length(text) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + ELLIPSIS;
  }

  /** Cuts text and makes it {@linkplain Printable printable}; the escapes do not count. */
  public static String plain(String text, int most) {
    return Printable.line(cut(text, most));
  }

  /**
   * Reads the beginning of UTF-8 text. A character that the limit would cut through is left out.
   *
   * @param most how many bytes are read at most
   */
  public static String beginning(byte[] utf8, int most) {
    int end = Math.min(utf8.length, most);
    if (end < utf8.length) {
      int start = end;
      while (start > 0 && end - start < 3 && isContinuation(utf8[start])) {
        start--;
      }
      end = isContinuation(utf8[start]) ? end : start;
    }
    return new String(utf8, 0, end, StandardCharsets.UTF_8);
  }

  private static boolean isContinuation(byte utf8) {
    return (utf8 & 0xC0) == 0x80;
  }
}
