package dev.seedance.client.cli;

import dev.seedance.client.SeedanceClientBuilder;
import dev.seedance.spec.cli.DurationConverter;
import dev.seedance.spec.cli.Program;
import dev.seedance.spec.cli.UsageErrors;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Main class of the command line: hands over to its sub-commands. */
@Command(
    name = "seedance",
    description = "Makes videos with the seedance-2 API (unofficial).",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      GenerateCommand.class,
      StatusCommand.class,
      DownloadCommand.class,
      EstimateCommand.class
    })
public final class SeedanceCommand {

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger VALIDATION_LOGGER = Logger.getLogger("org.hibernate.validator");

  private final Map<String, String> environment;
  private final UnaryOperator<SeedanceClientBuilder> settings;

  private SeedanceCommand(
      Map<String, String> environment, UnaryOperator<SeedanceClientBuilder> settings) {
    this.environment = environment;
    this.settings = settings;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Returns the settings of clients that no option changes, such as their clock. */
  UnaryOperator<SeedanceClientBuilder> settings() {
    return settings;
  }

  /**
   * Runs a sub-command and ends the JVM with its exit code.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    // Its greeting on standard error is no news to a user.
    VALIDATION_LOGGER.setLevel(Level.WARNING);
    System.exit(Program.run(commandLine(System.getenv()), args, FailureReport.IO));
  }

  /**
   * Creates the command.
   *
   * @param environment the environment variables, which give options their defaults
   */
  public static CommandLine commandLine(Map<String, String> environment) {
    return commandLine(environment, UnaryOperator.identity());
  }

  static CommandLine commandLine(
      Map<String, String> environment, UnaryOperator<SeedanceClientBuilder> settings) {
    return new CommandLine(new SeedanceCommand(environment, settings))
        .setDefaultValueProvider(new EnvironmentDefaults(environment))
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new FailureReport());
  }
}
