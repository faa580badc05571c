package dev.seedance.mock.options;

import dev.seedance.spec.text.ShownText;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One option of the server, said once: the command line, the environment, the help and the
 * documentation are made of it.
 *
 * @param name in kebab case, such as {@code max-tasks}
 * @param label what stands for the value in the help, such as {@code N}; empty for an option
 *     without a value
 * @param fallback the default in the form of the command line; null if it is told in the
 *     description
 * @param description one sentence
 * @param repeatable if the option may be given more than once
 * @param secret if no list and no message shows the value; it may be given as the name of a file
 * @param reader reads what was given, all of it; throws {@link IllegalArgumentException}
 */
public record Option<T extends @Nullable Object>(
    String name,
    String label,
    @Nullable String fallback,
    String description,
    boolean repeatable,
    boolean secret,
    Function<List<String>, T> reader) {

  /** The characters of a value that a message shows at most. */
  private static final int MOST_SHOWN = 200;

  /** The beginning of all environment variables of the server. */
  public static final String VARIABLE_PREFIX = "SEEDANCE_MOCK_";

  /** Returns the option as it is given on the command line, such as {@code --max-tasks}. */
  public String flag() {
    return "--" + name;
  }

  /** Returns the environment variable, such as {@code SEEDANCE_MOCK_MAX_TASKS}. */
  public String variable() {
    return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Tells if the option has no value. */
  public boolean isFlag() {
    return label.isEmpty();
  }

  /**
   * Reads what was given.
   *
   * @param place at which it was given, for the message
   * @param given in order; empty for the default
   * @throws IllegalArgumentException if it can't be read; the message says why
   */
  public T read(String place, List<String> given) {
    try {
      return reader.apply(given);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + shown(e.getMessage(), given), e);
    }
  }

  /** Returns a message with the values cut to a readable length, and safe to print. */
  private static String shown(@Nullable String message, List<String> given) {
    String shown = String.valueOf(message);
    for (String text : given) {
      if (!text.isEmpty()) {
        shown = shown.replace(text, ShownText.plain(text, MOST_SHOWN));
      }
    }
    return shown;
  }
}
