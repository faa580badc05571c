package dev.seedance.spec.cli;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows texts of others on a terminal: of servers, of files, of other programs. A character that a
 * terminal obeys, or that hides or reorders others, is written as an escape such as {@code \u001b}.
 *
 * <p>These escapes are those of JSON: escaped JSON has the same value.
 */
public final class Printable {

  /** Colours, and the step back to the start of a line: what command lines send to a terminal. */
  private static final String STYLE = "\\e\\[[\\d;]*m|\\r\\e\\[K";

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
  static String styled(String text) {
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
      first++;
    }
    if (first == text.length()) {
      return text; // nearly every text is harmless
    }
    var shown = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int at = first; at < text.length(); at++) {
      if (isEscaped(text, at, severalLines)) {
        shown.append("\\u").append(HexFormat.of().toHexDigits(text.charAt(at)));
      } else {
        shown.append(text.charAt(at));
      }
    }
    return shown.toString();
  }

  private static boolean isEscaped(String text, int at, boolean severalLines) {
    return isHidden(text.charAt(at)) && !(severalLines && isLayout(text, at));
  }

  /** Returns true for a character that a terminal obeys, or that reorders others. */
  public static boolean isHidden(int c) {
    return Character.isISOControl(c) // C0 with ESC, DEL, C1
        || c == '\u061C' // and the others that set the direction of writing
        || (c >= '\u200E' && c <= '\u200F')
        || (c >= '\u2028' && c <= '\u202E') // line ends that not every program takes for one
        || (c >= '\u2066' && c <= '\u2069');
  }

  private static boolean isLayout(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\t' || (c == '\r' && text.startsWith("\r\n", at));
  }
}
