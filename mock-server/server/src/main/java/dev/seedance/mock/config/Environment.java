package dev.seedance.mock.config;

import dev.seedance.mock.options.GivenValue;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionSource;
import dev.seedance.spec.text.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Options in the environment, each in its {@linkplain Option#variable() variable}. Several values
 * are separated by commas. A secret may lie in a file, which its variable with {@code _FILE} names.
 * An empty variable counts as absent.
 */
final class Environment implements OptionSource {

  private static final String FILE = "_FILE";

  /**
   * Variables that Kubernetes and Docker set for services, which may be named after the mock:
   * {@code SEEDANCE_MOCK_SERVICE_HOST}, {@code SEEDANCE_MOCK_DB_PORT_5432_TCP_ADDR}.
   */
  private static final Pattern SERVICE =
      Pattern.compile(".*_SERVICE_(HOST|PORT(_.*)?)|.*_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?");

  /** The value of a further one, which has the name of an option: {@code SEEDANCE_MOCK_PORT}. */
  private static final Pattern SERVICE_URL = Pattern.compile("(tcp|udp|sctp)://.*");

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * Creates the source.
   *
   * @throws IllegalArgumentException if a variable has the prefix of options and is none
   */
  static Environment of(Map<String, String> variables, Collection<? extends Option<?>> options) {
    for (var variable : new TreeSet<>(variables.keySet())) {
      if (variable.startsWith(Option.VARIABLE_PREFIX)
          && !isOfService(variable, variables.get(variable))) {
        requireKnown(variable, options);
      }
    }
    return new Environment(variables);
  }

  private static void requireKnown(String variable, Collection<? extends Option<?>> options) {
    var known = new TreeSet<String>();
    for (Option<?> option : options) {
      known.add(option.variable());
      if (option.secret()) {
        known.add(option.variable() + FILE);
      }
    }
    if (!known.contains(variable)) {
      throw new IllegalArgumentException(
          "the environment variable '%s' names no option%s"
              .formatted(variable, NearestName.question(variable, known)));
    }
  }

  private static boolean isOfService(String variable, @Nullable String value) {
    return SERVICE.matcher(variable).matches()
        || (value != null && SERVICE_URL.matcher(value).matches());
  }

  @Override
  public @Nullable GivenValue find(Option<?> option) {
    String name = option.variable();
    String text = value(name);
    String file = option.secret() ? value(name + FILE) : null;
    if (text != null && file != null) {
      throw SecretFile.givenTwice(name, name + FILE);
    }
    if (file != null) {
      return SecretFile.read(name + FILE, file, option);
    }
    return text == null ? null : new GivenValue(name, split(option, text));
  }

  private @Nullable String value(String variable) {
    String value = variables.get(variable);
    boolean absent = value == null || value.isEmpty() || isOfService(variable, value);
    return absent ? null : value;
  }

  private static List<String> split(Option<?> option, String text) {
    return option.repeatable() ? List.of(text.split("\\s*,\\s*", -1)) : List.of(text);
  }
}
