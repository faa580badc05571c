package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Arguments that were lost on the way to the JVM are refused before anything is done. */
class ProgramTest {

  private final Sender sender = new Sender();
  private final StringWriter err = new StringWriter();
  private final CommandLine line = new CommandLine(sender).setErr(new PrintWriter(err));

  @ParameterizedTest
  @ValueSource(strings = {"\uFFFD\uFFFD", "a caf\uFFFD", "half a \uD83D lighthouse", "\uDE00"})
  void what_is_not_decodable_is_refused(String prompt) {
    assertThat(Program.run(line, new String[] {"--prompt", prompt}, Map.of())).isEqualTo(2);
    assertThat(sender.sent).isEmpty();
    assertThat(err.toString()).startsWith("argument 2 holds bytes").contains("LC_ALL=C.UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"灯塔", "über", "🗼 a tower", "@home", "@@twice", "İstanbul ıslak"})
  void letters_of_every_language_are_sent(String prompt) {
    assertThat(Program.run(line, new String[] {"--prompt", prompt}, Map.of())).isZero();
    assertThat(sender.sent).isEqualTo(prompt);
  }

  @Test
  void a_prompt_never_names_a_file_of_arguments(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("arguments"), "other");
    Program.run(line, new String[] {"--prompt", "@" + file}, Map.of());
    assertThat(sender.sent).isEqualTo("@" + file);
  }

  @Test
  void variables_of_this_project_are_checked_too_and_never_shown() {
    var environment = Map.of("SEEDANCE_API_KEY", "s3cret\uFFFD", "OTHERS", "\uFFFD");
    assertThat(Program.run(line, new String[] {"--prompt", "a"}, environment)).isEqualTo(2);
    assertThat(err.toString()).contains("the variable SEEDANCE_API_KEY").doesNotContain("s3cret");
    assertThat(Program.run(line, new String[] {"--prompt", "a"}, Map.of("OTHERS", "\uFFFD")))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$0 1 > $2 ; 0 ; ''",
        "$0 1 > /dev/full ; 7 ; standard output can't be written",
        "$0 300000 > /dev/full ; 7 ; standard output can't be written",
        "$0 --help > /dev/full ; 7 ; standard output can't be written",
        "'{ $0 300000\necho $? > $2\n} | true\nexit $(cat $2)' ; 7 ; standard output can't be written",
        "$0 nonsense > /dev/full ; 2 ; is not valid"
      })
  void output_that_is_lost_is_no_success(
      String script, int exitCode, String message, @TempDir Path folder) throws Exception {
    String java =
        "'%s' -XX:TieredStopAtLevel=1 -cp \"$1\" '%s'"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), Printer.class.getName());
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                script.replace("$0", java),
                "sh",
                System.getProperty("java.class.path"),
                folder.resolve("out").toString())
            .start();
    String printed = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(printed).isEqualTo(exitCode);
    assertThat(printed).contains(message).doesNotContain("\tat ");
  }

  /** Prints as many lines as it is told. */
  @Command(name = "printer", mixinStandardHelpOptions = true)
  static final class Printer implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters private int lines;

    public static void main(String[] args) {
      var line = new CommandLine(new Printer()).setParameterExceptionHandler(new UsageErrors());
      System.exit(Program.run(line, args, 7));
    }

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      for (int line = 0; line < lines; line++) {
        out.println("line " + line);
      }
      return 0;
    }
  }

  @Command
  private static final class Sender implements Callable<Integer> {
    @Option(names = "--prompt")
    private String prompt = "";

    private String sent = "";

    @Override
    public Integer call() {
      sent = prompt;
      return 0;
    }
  }
}
