package dev.seedance.client.cli;

import dev.seedance.client.internal.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes options that were not given from environment variables. */
final class EnvironmentDefaults implements IDefaultValueProvider {

  private static final Map<String, String> VARIABLES =
      Map.of("--base-url", "SEEDANCE_BASE_URL", "--api-key", "SEEDANCE_API_KEY");

  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String value = environment.getOrDefault(VARIABLES.getOrDefault(option.longestName(), ""), "");
    String text = Require.trimmed(argument.paramLabel(), value);
    return text.isEmpty() ? null : text;
  }
}
