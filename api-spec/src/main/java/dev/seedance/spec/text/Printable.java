package dev.seedance.spec.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows texts of others on a terminal and in messages: of servers, of files, of other programs. A
 * character that a terminal obeys, that hides or that reorders others is written as an escape such
 * as {@code \u001B}.
 *
 * <p>These escapes are those of JSON: escaped JSON has the same value.
 */
public final class Printable {

  /** Colours, and the step back to the start of a line: what command lines send to a terminal. */
  private static final String STYLE = "\\e\\[[\\d;]*m|\\r\\e\\[K";

  // Scripts and emoji need these two.
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Printable() {}

  /** Returns a text that is to stay on its line, with escapes for line ends and tabs as well. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Returns a text that may have several lines. */
  public static String text(String text) {
    return escaped(text, true);
  }

  /** Returns a text of this program that has its own styles and texts of others. */
  public static String styled(String text) {
    Matcher style = Pattern.compile(STYLE).matcher(text);
    var shown = new StringBuilder();
    int end = 0;
    while (style.find()) {
      shown.append(text(text.substring(end, style.start()))).append(style.group());
      end = style.end();
    }
    return shown.append(text(text.substring(end))).toString();
  }

  private static String escaped(String text, boolean severalLines) {
    int first = 0;
    while (first < text.length() && !isEscaped(text, first, severalLines)) {
      first += Character.charCount(text.codePointAt(first));
    }
    if (first == text.length()) {
      return text; // nearly every text is harmless
    }
    var shown = new StringBuilder(text.length() + 16).append(text, 0, first);
    int end;
    for (int at = first; at < text.length(); at = end) {
      end = at + Character.charCount(text.codePointAt(at));
      if (isEscaped(text, at, severalLines)) {
        text.substring(at, end).chars().forEach(unit -> append(shown, unit));
      } else {
        shown.append(text, at, end);
      }
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, int unit) {
    shown.append(String.format("\\u%04X", unit));
  }

  private static boolean isEscaped(String text, int at, boolean severalLines) {
    return isHidden(text.codePointAt(at)) && !(severalLines && isLayout(text, at));
  }

  /** Returns true for a character that a terminal obeys, that hides, or that reorders others. */
  public static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE, // one half alone
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }

  /** Tells if a character belongs to the layout of a text, or may be cut off from its half. */
  private static boolean isLayout(String text, int at) {
    char c = text.charAt(at);
    return c == '\n'
        || c == '\t'
        || (c == '\r' && text.startsWith("\r\n", at))
        || Character.getType(text.codePointAt(at)) == Character.SURROGATE;
  }
}
