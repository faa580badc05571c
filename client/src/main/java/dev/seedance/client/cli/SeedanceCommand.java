package dev.seedance.client.cli;

import dev.seedance.spec.cli.DurationConverter;
import dev.seedance.spec.cli.UsageErrors;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
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
    subcommands = {GenerateCommand.class, StatusCommand.class, DownloadCommand.class})
public final class SeedanceCommand {

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger VALIDATION_LOGGER = Logger.getLogger("org.hibernate.validator");

  private SeedanceCommand() {}

  /**
   * Runs a sub-command and ends the JVM with its exit code.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    // Its greeting on standard error is no news to a user.
    VALIDATION_LOGGER.setLevel(Level.WARNING);
    int exitCode =
        commandLine(System.getenv())
            .setOut(writer(FileDescriptor.out))
            .setErr(writer(FileDescriptor.err))
            .execute(args);
    System.exit(exitCode);
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new SeedanceCommand())
        .setDefaultValueProvider(new EnvironmentDefaults(environment))
        .registerConverter(Duration.class, new DurationConverter())
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new FailureReport());
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
