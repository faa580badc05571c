package dev.seedance.client.cli;

import dev.seedance.spec.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A command to paste into a shell, of words that may be any text. */
final class ShellCommand {

  private ShellCommand() {}

  /**
   * Returns the words as every POSIX shell reads them. Characters that a terminal would obey are
   * not in it: the shell makes them.
   */
  static String of(List<String> words) {
    String command = words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    return Printable.line(command).equals(command)
        ? command
        : "eval \"$(printf '" + escaped(command) + "')\"";
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Returns the text as a format of printf, in letters that mean nothing to a shell in quotes. */
  private static String escaped(String text) {
    var format = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xFF);
      if (c < ' ' || c > '~' || "'\"\\%$`".indexOf(c) >= 0) {
        format.append('\\').append(String.format(Locale.ROOT, "%03o", (int) c));
      } else {
        format.append(c);
      }
    }
    return format.toString();
  }
}
