package dev.seedance.client.cli;

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

  private SeedanceCommand() {}

  /** Runs a sub-command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new SeedanceCommand())
        .registerConverter(java.time.Duration.class, new DurationConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureReport());
  }
}
