package dev.seedance.mock.config;

import dev.seedance.mock.options.GivenValue;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionSource;
import dev.seedance.spec.text.NearestName;
import dev.seedance.spec.text.ShownText;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Options in a YAML file, by their names without dashes. Several values are a list. A secret may
 * lie in a file of its own, which its name with {@code -file} names.
 */
final class ConfigFile implements OptionSource {

  private static final int MAX_BYTES = 1 << 20;
  private static final String FILE = "-file";

  /** The longest name of a file in a message. */
  private static final int LONGEST_NAME = 200;

  private final Map<Option<?>, GivenValue> given = new HashMap<>();

  private ConfigFile() {}

  /**
   * Reads a file.
   *
   * @param place that names the file
   * @throws IllegalArgumentException if it can't be read or names an unknown option; the message
   *     tells the line
   */
  static ConfigFile read(String place, String name, Collection<? extends Option<?>> options) {
    String text = TextFile.read(place, name, MAX_BYTES, "a YAML file of options");
    Map<String, Option<?>> known = new TreeMap<>();
    Map<String, Option<?>> secrets = new TreeMap<>();
    for (Option<?> option : options) {
      known.put(option.name(), option);
      if (option.secret()) {
        secrets.put(option.name() + FILE, option);
      }
    }
    var file = new ConfigFile();
    String shown = ShownText.plain(name, LONGEST_NAME);
    for (YamlEntry entry : YamlEntries.of(text, shown)) {
      file.add(entry, entry.place(shown), known, secrets);
    }
    return file;
  }

  private void add(
      YamlEntry entry, String place, Map<String, Option<?>> known, Map<String, Option<?>> secrets) {
    Option<?> secret = secrets.get(entry.name());
    Option<?> option = secret == null ? known.get(entry.name()) : secret;
    if (option == null) {
      throw unknown(entry, place, known, secrets);
    }
    if (option.equals(MockOptions.CONFIG)) {
      throw new IllegalArgumentException(
          place + ": a file can't name another one; expected it on the command line");
    }
    boolean single = secret != null || !option.repeatable();
    if (single && entry.texts().size() != 1) {
      throw new IllegalArgumentException(place + ": a list is not valid; expected one value");
    }
    GivenValue value =
        secret == null
            ? new GivenValue(place, entry.texts())
            : SecretFile.read(place, entry.texts().get(0), option);
    GivenValue before = given.put(option, value);
    if (before != null) {
      throw SecretFile.givenTwice(before.place(), place);
    }
  }

  private static IllegalArgumentException unknown(
      YamlEntry entry, String place, Map<String, Option<?>> known, Map<String, Option<?>> secrets) {
    Map<String, Option<?>> all = new TreeMap<>(known);
    all.putAll(secrets);
    return new IllegalArgumentException(
        "%s names no option%s".formatted(place, NearestName.question(entry.name(), all.keySet())));
  }

  @Override
  public @Nullable GivenValue find(Option<?> option) {
    return given.get(option);
  }
}
