package dev.seedance.validator.cli;

import java.io.IOException;

/** Writes reports, for people or for programs. */
interface Output {

  void report(String file, byte[] body, Verdicts verdicts) throws IOException;

  void summary(Tally tally);
}
