package dev.seedance.validator.internal.constraint;

/** Characters of URLs: other languages' regular expressions know these without Unicode tables. */
final class Ascii {

  private Ascii() {}

  static boolean isAlphanumeric(int c) {
    int lower = lower(c);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
