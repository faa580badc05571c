package dev.seedance.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--clock=fast | unknown clock 'fast'; expected real, auto, frozen, or xN such as x60",
        "--scenario=storm | unknown scenario 'storm'; known: realistic, instant",
        "--revision=2025-01 | unknown contract revision '2025-01'; known: 2026-06, ",
        "--por | Unknown option: '--por'; did you mean --port?",
      })
  void explains_a_wrong_usage_in_a_few_lines(String word, String message) {
    assertThat(run(word)).isEqualTo(2);
    assertThat(err.toString()).contains(message, "See 'seedance mock --help'.");
    assertThat(err.toString().lines()).hasSizeLessThan(5);
  }

  @Test
  void help_has_the_defaults_and_the_exit_codes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("Default: 8080", "Default: 2026-06", "Default: realistic", "Exit codes:")
        .doesNotContain("Default: []");
  }

  private int run(String word) {
    return MockCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(word);
  }
}
