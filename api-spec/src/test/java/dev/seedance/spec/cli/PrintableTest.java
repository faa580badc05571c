package dev.seedance.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.spec.text.Printable;
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
    "'\u001b]0;title\u0007', \\u001B]0;title\\u0007",
    "'\u009b31mred', \\u009B31mred",
    "'a\u007f\u0008b', a\\u007F\\u0008b",
    "'gpj.\u202eexe', gpj.\\u202Eexe",
    "'\u2066x\u2069', \\u2066x\\u2069",
    "'x\u2028y', x\\u2028y",
    "'a\ud83d\udc33\udb40\udc67', a🐳\\uDB40\\uDC67",
    "'zero\u200bwidth', zero\\u200Bwidth",
    "plain: ä 灯塔 🗼 \\u001B, plain: ä 灯塔 🗼 \\u001B"
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
  void half_a_character_is_escaped_where_nothing_can_follow() {
    assertThat(Printable.line("a\uD83D")).isEqualTo("a\\uD83D");
    assertThat(Printable.text("a\uD83D")).isEqualTo("a\uD83D");
  }

  @Test
  void a_line_stays_one_and_a_text_keeps_its_lines() {
    assertThat(Printable.line("ok\nsaved\tx\r\n"))
        .isEqualTo("ok\\u000Asaved\\u0009x\\u000D\\u000A");
    assertThat(Printable.text("ok\nsaved\tx\r\n")).isEqualTo("ok\nsaved\tx\r\n");
    assertThat(Printable.text("99 %\rdone")).isEqualTo("99 %\\u000Ddone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[1;32mvalid\u001b[0m", "\r\u001b[K3/9 x"})
  void a_terminal_gets_the_styles_of_the_program_and_no_other(String styled) {
    String foreign = "\u001b[2J\u001b]8;;http://x\u0007";
    String shown = "\\u001B[2J\\u001B]8;;http://x\\u0007";
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
