package dev.seedance.validator.cli;

import java.io.Console;

/** Whether a person sits in front of us. */
final class Terminal {

  private Terminal() {}

  /** Since Java 22 there is a console where there is no terminal, and a method that says so. */
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
