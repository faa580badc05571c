package dev.seedance.validator.cli;

import dev.seedance.validator.ValidationReport;
import java.io.IOException;

/** Writes reports, for people or for programs. */
interface Output {

  void report(String file, byte[] body, ValidationReport report) throws IOException;

  void summary(Tally tally);
}
