package dev.seedance.validator.cli;

import java.io.Console;

/** Tells a terminal with a person from a pipe. */
final class Terminal {

  private Terminal() {}

  /**
   * Since Java 22 there is a console without a terminal too, and a method that tells them apart.
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
