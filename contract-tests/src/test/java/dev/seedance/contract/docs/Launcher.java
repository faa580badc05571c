package dev.seedance.contract.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A stand-in for the project's launcher that runs the classes under test instead of building jars.
 * Other commands go to the launcher itself.
 */
final class Launcher {

  private static final String VALIDATE = "dev.seedance.validator.cli.ValidateCommand";
  private static final String VERIFY = "dev.seedance.contract.verify.cli.VerifyCommand";
  private static final String CLIENT = "dev.seedance.client.cli.SeedanceCommand";

  private Launcher() {}

  static void write(Path folder) throws IOException {
    Path script = folder.resolve("seedance");
    Files.writeString(
        script,
        """
        #!/usr/bin/env bash
        case $1 in
          validate) shift; exec %s "$@" ;;
          verify) shift; exec %s "$@" ;;
          generate | status | download) exec %s "$@" ;;
          *) exec "%s" "$@" ;;
        esac
        """
            .formatted(java(VALIDATE), java(VERIFY), java(CLIENT), Page.ROOT.resolve("seedance")));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("can't make " + script + " executable");
    }
  }

  private static String java(String main) {
    return Session.java(main).stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" "));
  }
}
