package dev.seedance.contract.docs;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the output on a page with the output of a program. */
final class Transcript {

  private static final Pattern ELLIPSIS = Pattern.compile("…");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Transcript() {}

  /** Returns true if both are the same, but for white space and for each … in the first. */
  static boolean matches(String shown, String printed) {
    String pattern =
        Stream.of(ELLIPSIS.split(words(shown), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(words(printed)).matches();
  }

  private static String words(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }
}
