package dev.seedance.mock.cli;

import dev.seedance.spec.text.Printable;
import java.nio.charset.StandardCharsets;

/** A reason for which the server can't go on, so that the process ends at once. */
interface StopReason {

  /** Tells if the reason is there now. */
  boolean holds();

  /**
   * Returns the line that says what happened and what to do, in UTF-8. It was made at the start,
   * because now there may be neither room nor classes to make it.
   */
  byte[] advice();

  /** Returns the exit code of the process. */
  int exitCode();

  /** Makes the line of an advice. */
  static byte[] line(String advice) {
    return (Printable.line("seedance mock: " + advice) + System.lineSeparator())
        .getBytes(StandardCharsets.UTF_8);
  }
}
