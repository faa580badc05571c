package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
