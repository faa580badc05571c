package dev.seedance.mock.cli;

/** A reason for which the server can't go on, so that the process ends at once. */
interface StopReason {

  /** Tells if the reason is there now. */
  boolean holds();

  /** Returns the line that says what happened and what to do. */
  String advice();

  /** Returns the exit code of the process. */
  int exitCode();
}
