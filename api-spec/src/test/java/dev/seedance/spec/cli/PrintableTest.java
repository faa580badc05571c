package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "'\u001b]0;title\u0007', \\u001b]0;title\\u0007",
    "'\u009b31mred', \\u009b31mred",
    "'a\u007f\u0008b', a\\u007f\\u0008b",
    "'gpj.\u202eexe', gpj.\\u202eexe",
    "'\u2066x\u2069', \\u2066x\\u2069",
    "'x\u2028y', x\\u2028y",
    "plain: ä 灯塔 🗼 \\u001b, plain: ä 灯塔 🗼 \\u001b"
  })
  void what_a_terminal_obeys_is_shown(String text, String shown) {
    assertThat(Printable.line(text)).isEqualTo(shown);
    assertThat(Printable.text(text)).isEqualTo(shown);
    assertThat(Printable.styled(text)).isEqualTo(shown);
  }

  @Test
  void emoji_that_are_joined_stay_together() {
    String family = "👩\u200d👩\u200d👧";
    assertThat(Printable.line(family)).isEqualTo(family);
  }

  @Test
  void a_line_stays_one_and_a_text_keeps_its_lines() {
    assertThat(Printable.line("ok\nsaved\tx\r\n"))
        .isEqualTo("ok\\u000asaved\\u0009x\\u000d\\u000a");
    assertThat(Printable.text("ok\nsaved\tx\r\n")).isEqualTo("ok\nsaved\tx\r\n");
    assertThat(Printable.text("99 %\rdone")).isEqualTo("99 %\\u000ddone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[1;32mvalid\u001b[0m", "\r\u001b[K3/9 x"})
  void a_terminal_gets_the_styles_of_the_program_and_no_other(String styled) {
    String foreign = "\u001b[2J\u001b]8;;http://x\u0007";
    String shown = "\\u001b[2J\\u001b]8;;http://x\\u0007";
    assertThat(written(styled + foreign, Ansi.ON)).isEqualTo(styled + shown);
    assertThat(written(styled + foreign, Ansi.OFF)).doesNotContain("\u001b");
  }

  private static String written(String text, Ansi ansi) {
    var out = new StringWriter();
    var writer = new PrintWriter(new PrintableWriter(out, ansi));
    writer.print(text);
    writer.write('\u0001');
    writer.flush();
    assertThat(out.toString()).endsWith("\\u0001");
    return out.toString().substring(0, out.toString().length() - "\\u0001".length());
  }
}
