package dev.seedance.mock.options;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the options of one server. Immutable. */
public final class OptionValues {

  /** Every option at its default. */
  public static final OptionValues DEFAULT = new OptionValues(Map.of());

  private final Map<Option<?>, Object> given;

  private OptionValues(Map<Option<?>, Object> given) {
    this.given = Map.copyOf(given);
  }

  /**
   * Reads what was given. The command line wins over the environment, which wins over the default.
   *
   * @param options all that there are
   * @param commandLine what was given there, by option
   * @param environment variables; a repeatable option has its values there separated by commas
   * @throws IllegalArgumentException if a value can't be read; the message names the option or the
   *     variable, and says what was expected
   */
  public static OptionValues read(
      Collection<? extends Option<?>> options,
      Map<Option<?>, List<String>> commandLine,
      Map<String, String> environment) {
    Map<Option<?>, Object> values = new HashMap<>();
    for (Option<?> option : options) {
      List<String> typed = commandLine.getOrDefault(option, List.of());
      String variable = environment.get(option.variable());
      if (!typed.isEmpty()) {
        put(values, option, option.read(option.flag(), typed));
      } else if (variable != null && !variable.isEmpty()) {
        put(values, option, option.read(option.variable(), split(option, variable)));
      }
    }
    return new OptionValues(values);
  }

  /** Returns a value. */
  @SuppressWarnings("unchecked") // put there under its own option
  public <T extends @Nullable Object> T get(Option<T> option) {
    Object value = given.get(option);
    return value != null ? (T) value : option.read(option.flag(), List.of());
  }

  /** Returns the same values but one. */
  public <T> OptionValues with(Option<? super T> option, T value) {
    Map<Option<?>, Object> changed = new HashMap<>(given);
    changed.put(option, value);
    return new OptionValues(changed);
  }

  private static void put(Map<Option<?>, Object> values, Option<?> option, @Nullable Object value) {
    if (value != null) {
      values.put(option, value);
    }
  }

  private static List<String> split(Option<?> option, String variable) {
    return option.repeatable() ? List.of(variable.split("\\s*,\\s*", -1)) : List.of(variable);
  }
}
