package dev.seedance.validator.cli;

/** Counts what was seen in a run. Not thread-safe. */
final class Tally {

  private int valid;
  private int invalid;
  private int unreadable;
  private int errors;
  private int warnings;

  void add(Verdicts verdicts) {
    if (verdicts.valid()) {
      valid++;
    } else {
      invalid++;
    }
    errors += verdicts.errors();
    warnings += verdicts.warnings();
  }

  void addUnreadable() {
    unreadable++;
  }

  int requests() {
    return valid + invalid + unreadable;
  }

  int valid() {
    return valid;
  }

  int invalid() {
    return invalid;
  }

  int unreadable() {
    return unreadable;
  }

  int errors() {
    return errors;
  }

  int warnings() {
    return warnings;
  }
}
