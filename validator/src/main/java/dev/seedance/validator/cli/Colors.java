package dev.seedance.validator.cli;

import dev.seedance.validator.Severity;

/**
 * Colours text for a terminal.
 *
 * @param enabled whether there is one that wants colour
 */
record Colors(boolean enabled) {

  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31", text);
      case WARNING -> paint("1;33", text);
    };
  }

  String good(String text) {
    return paint("1;32", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return enabled ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
  }
}
