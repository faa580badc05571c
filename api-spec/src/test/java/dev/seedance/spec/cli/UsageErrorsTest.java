package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class UsageErrorsTest {

  @Command(name = "seedance try", mixinStandardHelpOptions = true)
  @SuppressWarnings("UnusedVariable") // picocli writes them
  private static final class Try {

    @Option(names = {"-i", "--int"})
    private int number;

    @Option(names = "--long")
    private @Nullable Long large;

    @Option(names = "--truth", arity = "1")
    private boolean truth;

    @Option(names = "--url")
    private @Nullable URI url;

    @Option(names = "--file")
    private @Nullable Path file;

    @Option(names = "--files")
    private List<Path> files = List.of();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--int      | twelve      | a whole number up to 2147483647",
        "--int      | 99999999999 | a whole number up to 2147483647",
        "--int      | ''          | a whole number up to 2147483647",
        "--long     | 1e9         | a whole number up to 9223372036854775807",
        "--truth    | perhaps     | true or false",
        "--url      | ht tp://x   | a URL such as http://127.0.0.1:8080",
        "--file     | a\\0b        | the name of a file",
        "--files    | a\\0b        | the name of a file"
      })
  void a_value_of_another_kind_is_refused_in_plain_words(
      String option, String value, String expected) {
    var err = new StringWriter();

    int exitCode =
        new CommandLine(new Try())
            .setErr(new PrintWriter(err, true))
            .setParameterExceptionHandler(new UsageErrors())
            .execute(option + "=" + value.replace("\\0", "\0"));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "%s: '%s' is not valid; expected %s"
                .formatted(option, value.replace("\\0", "\\u0000"), expected),
            "See 'seedance try --help'.");
  }

  @Test
  void says_what_is_wrong_and_where_help_is_in_two_lines() {
    var err = new StringWriter();

    int exitCode =
        new CommandLine(new Try())
            .setErr(new PrintWriter(err, true))
            .setParameterExceptionHandler(new UsageErrors())
            .execute("--hepl");

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "Unknown option: '--hepl'; did you mean --help?", "See 'seedance try --help'.");
  }
}
