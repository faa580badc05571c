package dev.seedance.mock.cli;

import dev.seedance.mock.options.Option;
import java.util.Collection;
import java.util.stream.Collectors;

/** Renders options as a table of the documentation. */
final class OptionTable {

  private static final String HEAD =
      """
      | option | environment variable | default | |
      |---|---|---|---|
      """;

  private OptionTable() {}

  static String of(Collection<? extends Option<?>> options) {
    return options.stream().map(OptionTable::row).collect(Collectors.joining("", HEAD, ""));
  }

  private static String row(Option<?> option) {
    String fallback = option.fallback();
    return "| `%s` | `%s` | %s | %s |\n"
        .formatted(
            (option.flag() + " " + option.label()).strip(),
            option.variable(),
            fallback == null ? "" : "`" + fallback + "`",
            option.description().replace("|", "\\|"));
  }
}
