package dev.seedance.validator.cli;

import dev.seedance.validator.ValidationReport;

/** Counts what was seen in a run. Not thread-safe. */
final class Tally {

  private int valid;
  private int invalid;
  private int unreadable;
  private int errors;
  private int warnings;

  void add(ValidationReport report) {
    if (report.valid()) {
      valid++;
    } else {
      invalid++;
    }
    errors += report.errors().size();
    warnings += report.warnings().size();
  }

  void addUnreadable() {
    unreadable++;
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
