package dev.seedance.contract.distribution;

import dev.seedance.client.cli.SeedanceCommand;
import dev.seedance.contract.verify.Time;
import dev.seedance.contract.verify.cli.VerifyCommand;
import dev.seedance.mock.cli.MockCommand;
import dev.seedance.validator.cli.ValidateCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the script that completes {@code seedance} in bash and in zsh. The build runs it. */
public final class CompletionScript {

  private CompletionScript() {}

  /**
   * Writes the script.
   *
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), AutoComplete.bash("seedance", seedance()));
  }

  /** Returns all that the launcher takes, as one command. */
  static CommandLine seedance() {
    CommandLine seedance = new CommandLine(Launcher.class);
    SeedanceCommand.commandLine(Map.of()).getSubcommands().forEach(seedance::addSubcommand);
    return seedance
        .addSubcommand("mock", MockCommand.commandLine())
        .addSubcommand("validate", ValidateCommand.commandLine(InputStream.nullInputStream()))
        .addSubcommand("verify", VerifyCommand.commandLine(Map.of(), Time.real()));
  }

  /** The commands of the launcher itself. */
  @Command(name = "seedance", mixinStandardHelpOptions = true)
  static final class Launcher {

    @Command(name = "demo", mixinStandardHelpOptions = true)
    void demo() {}

    @Command(name = "completion", mixinStandardHelpOptions = true)
    void completion(@Parameters(paramLabel = "SHELL") Shell shell) {}
  }

  /** A shell that can load the script; the constants are written as the launcher takes them. */
  enum Shell {
    bash,
    zsh
  }
}
