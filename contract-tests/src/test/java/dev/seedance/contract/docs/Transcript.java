package dev.seedance.contract.docs;

import java.util.List;
import java.util.regex.Pattern;

/** Compares the output on a page with the output of a program. */
final class Transcript {

  private static final String ELLIPSIS = "…";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Transcript() {}

  /** Returns true if both are the same, but for white space and for each … in the first. */
  static boolean matches(String shown, String printed) {
    List<String> parts = List.of(words(shown).split(ELLIPSIS, -1));
    String text = words(printed);
    String first = parts.get(0);
    if (parts.size() == 1) {
      return text.equals(first);
    }
    String last = parts.get(parts.size() - 1);
    int end = text.length() - last.length();
    int at = first.length();
    if (!text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return at <= end;
  }

  private static String words(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }
}
