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
   * Reads what was given; the rest is at its default.
   *
   * @param options all that there are
   * @throws IllegalArgumentException if a value can't be read; the message names the place, and
   *     says what was expected
   */
  public static OptionValues read(Collection<? extends Option<?>> options, OptionSource source) {
    Map<Option<?>, Object> values = new HashMap<>();
    for (Option<?> option : options) {
      GivenValue given = source.find(option);
      Object value = given == null ? null : option.read(given.place(), given.texts());
      if (value != null) {
        values.put(option, value);
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
}
