package dev.seedance.mock.store.jdbc;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The form of a key in a column of text: PostgreSQL takes neither NUL nor half of a surrogate pair,
 * which JSON can give to a caller's name.
 */
final class StoredText {

  private static final Pattern ESCAPED = Pattern.compile("[\\\\\\x00]|\\p{Cs}");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9a-f]{4})");

  private StoredText() {}

  static String encode(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(found -> "\\\\%04x".formatted((int) found.group().charAt(0)));
  }

  static String decode(String text) {
    return ESCAPE.matcher(text).replaceAll(StoredText::original);
  }

  private static String original(MatchResult found) {
    String original = Character.toString((char) Integer.parseInt(found.group(1), 16));
    return original.equals("\\") ? "\\\\" : original;
  }
}
