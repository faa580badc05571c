package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class UsageErrorsTest {

  @Command(name = "seedance try", mixinStandardHelpOptions = true)
  private static final class Try {}

  @Test
  void says_what_is_wrong_and_where_help_is_in_three_lines() {
    var err = new StringWriter();

    int exitCode =
        new CommandLine(new Try())
            .setErr(new PrintWriter(err, true))
            .setParameterExceptionHandler(new UsageErrors())
            .execute("--hepl");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "Unknown option: '--hepl'", "Possible solutions: --help", "See 'seedance try --help'.");
  }
}
