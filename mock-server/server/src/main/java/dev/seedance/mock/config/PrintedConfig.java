package dev.seedance.mock.config;

import dev.seedance.mock.options.GivenValue;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionSource;
import dev.seedance.mock.options.OptionValues;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of a server as a YAML file, with the place of each value behind it. The file can be
 * given to a server; what can't stand in it is a comment: secrets, which are not shown, and options
 * without a value.
 */
public final class PrintedConfig {

  /** A text that is itself in YAML, and nothing else. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][\\w./+-]*(:[\\w./+-]+)*");

  private static final Pattern NULL = Pattern.compile("(?i)null");
  private static final String HIDDEN = "***";

  private PrintedConfig() {}

  /** Renders the options in the order of the help. */
  public static String of(
      Collection<? extends Option<?>> options, OptionSource source, OptionValues values) {
    return options.stream()
        .map(option -> line(option, source.find(option), values))
        .collect(Collectors.joining());
  }

  private static String line(Option<?> option, @Nullable GivenValue given, OptionValues values) {
    List<String> texts = given == null ? byDefault(option, values) : given.texts();
    boolean comment = texts.isEmpty() || option.secret() || option.equals(MockOptions.CONFIG);
    String value =
        option.secret() && !texts.isEmpty()
            ? HIDDEN
            : texts.stream().map(PrintedConfig::scalar).collect(Collectors.joining(", "));
    boolean list = option.repeatable() && !texts.isEmpty();
    String entry =
        "%s%s: %s"
            .formatted(comment ? "# " : "", option.name(), list ? "[%s]".formatted(value) : value);
    return "%-42s # %s%n".formatted(entry, given == null ? "default" : given.place());
  }

  /** Returns the default as it may be given; empty if there is none. */
  private static List<String> byDefault(Option<?> option, OptionValues values) {
    Object value = values.get(option);
    String fallback = option.fallback();
    if (fallback != null && option.read(option.flag(), List.of(fallback)).equals(value)) {
      return List.of(fallback);
    }
    boolean none = value == null || (value instanceof List<?> list && list.isEmpty());
    return none ? List.of() : List.of(String.valueOf(value));
  }

  private static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !NULL.matcher(text).matches()) {
      return text;
    }
    return "'" + text.replace("'", "''") + "'";
  }
}
