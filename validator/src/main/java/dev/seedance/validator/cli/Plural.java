package dev.seedance.validator.cli;

/** Counts things in words. */
final class Plural {

  private Plural() {}

  /** Returns {@code 1 error} or {@code 2 errors}. */
  static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
