package dev.seedance.spec.text;

/**
 * Text of a file, of the environment or of a clipboard, such as a key, a secret or a file's name.
 */
public final class PastedText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PastedText() {}

  /**
   * Returns the text without what an editor or a shell may have put around it: blanks, line breaks,
   * a byte order mark.
   */
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isAround(text.charAt(start))) {
      start++;
    }
    while (start < end && isAround(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isAround(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
  }
}
