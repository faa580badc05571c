package dev.seedance.mock.config;

import dev.seedance.mock.options.GivenValue;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.Option;
import dev.seedance.mock.options.OptionSource;
import dev.seedance.mock.options.OptionValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All sources of options as one: an earlier one wins over a later one. */
public final class OptionSources implements OptionSource {

  private final List<OptionSource> sources;

  private OptionSources(List<OptionSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * Lists the sources: the command line, the environment, and the file that one of them names.
   *
   * @param options all that there are
   * @param environment variables of the process
   * @throws IllegalArgumentException if a variable or a name in the file is unknown, or the file
   *     can't be read
   */
  public static OptionSources of(
      Collection<? extends Option<?>> options,
      OptionSource commandLine,
      Map<String, String> environment) {
    List<OptionSource> sources = new ArrayList<>();
    sources.add(commandLine);
    sources.add(Environment.of(environment, options));
    GivenValue given = new OptionSources(sources).find(MockOptions.CONFIG);
    if (given != null) {
      String file =
          OptionValues.read(List.of(MockOptions.CONFIG), option -> given).get(MockOptions.CONFIG);
      sources.add(ConfigFile.read(given.place(), String.valueOf(file), options));
    }
    return new OptionSources(sources);
  }

  @Override
  public @Nullable GivenValue find(Option<?> option) {
    for (OptionSource source : sources) {
      GivenValue given = source.find(option);
      if (given != null) {
        return given;
      }
    }
    return null;
  }
}
