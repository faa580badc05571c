package dev.seedance.mock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Some options of a command, a line each.
 *
 * <p>In place of picocli's annotations, because looking for those takes a tenth of the server's
 * start.
 */
final class Options {

  private final List<OptionSpec> specs = new ArrayList<>();

  /** An option, and after the parsing what was given for it. */
  static final class Option<T> {
    private final OptionSpec spec;

    private Option(OptionSpec spec) {
      this.spec = spec;
    }

    /** What was given, else the default. */
    T value() {
      return Objects.requireNonNull(given(), spec.longestName());
    }

    /** What was given, else the default; null where there is none. */
    @Nullable T given() {
      return spec.getValue();
    }
  }

  /** An option with a value. Its default is shown, unless it is null. */
  <T> Option<T> one(
      String name, String label, Class<T> type, @Nullable T fallback, String description) {
    return add(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(type)
            .initialValue(fallback)
            .description(description));
  }

  /** An option that may be given more than once. Its default is none, which is not shown. */
  Option<List<String>> several(String name, String label, String description) {
    return add(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of())
            .showDefaultValue(Visibility.NEVER)
            .description(description));
  }

  /** An option without a value: it is there or not. */
  Option<Boolean> flag(String name, String description) {
    return add(
        OptionSpec.builder(name)
            .type(Boolean.class)
            .initialValue(false)
            .showDefaultValue(Visibility.NEVER)
            .description(description));
  }

  /** Gives a command these options. */
  void addTo(CommandSpec command) {
    for (OptionSpec spec : specs) { // a lambda would stay out of the class-data archive
      command.addOption(spec);
    }
  }

  private <T> Option<T> add(OptionSpec.Builder builder) {
    OptionSpec spec = builder.build();
    specs.add(spec);
    return new Option<>(spec);
  }
}
