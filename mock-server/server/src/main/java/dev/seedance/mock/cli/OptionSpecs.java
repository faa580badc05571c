package dev.seedance.mock.cli;

import dev.seedance.mock.options.GivenValue;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of the server as options of a command. */
final class OptionSpecs {

  private final Map<Option<?>, OptionSpec> specs = new LinkedHashMap<>();

  OptionSpecs(Collection<? extends Option<?>> options) {
    for (Option<?> option : options) {
      specs.put(option, spec(option));
    }
  }

  /** Adds the options to a command. */
  void addTo(CommandSpec command) {
    specs.values().forEach(command::addOption);
  }

  /** Returns the options that were given on a command line. */
  OptionSource givenOn(ParseResult line) {
    Map<Option<?>, GivenValue> given = new HashMap<>();
    specs.forEach(
        (option, spec) -> {
          if (line.hasMatchedOption(spec)) {
            given.put(option, new GivenValue(option.flag(), texts(spec)));
          }
        });
    return given::get;
  }

  private static List<String> texts(OptionSpec spec) {
    Object value = spec.getValue();
    Collection<?> values = value instanceof Collection<?> all ? all : List.of(value);
    return values.stream().map(String::valueOf).toList();
  }

  private static OptionSpec spec(Option<?> option) {
    var spec = OptionSpec.builder(option.flag()).description(option.description());
    if (option.isFlag()) {
      spec.type(Boolean.class).initialValue(false).showDefaultValue(Visibility.NEVER);
    } else if (option.repeatable()) {
      spec.type(List.class).auxiliaryTypes(String.class).paramLabel(option.label());
      spec.initialValue(List.of()).showDefaultValue(Visibility.NEVER);
    } else {
      spec.type(String.class).paramLabel(option.label()).initialValue(option.fallback());
    }
    return spec.build();
  }
}
