package dev.seedance.validator.docs;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Writes Markdown line by line. */
final class Markdown {

  private final StringBuilder text = new StringBuilder();

  Markdown title(int level, String title) {
    return line("").line("#".repeat(level) + " " + title).line("");
  }

  Markdown line(String line) {
    boolean doubled = line.isEmpty() && (text.length() == 0 || text.toString().endsWith("\n\n"));
    if (!doubled) {
      text.append(line).append('\n');
    }
    return this;
  }

  Markdown paragraph(String paragraph) {
    return line(paragraph.strip()).line("");
  }

  Markdown fenced(String language, String content) {
    return line("```" + language).line(content).line("```").line("");
  }

  Markdown table(List<String> head, Collection<List<String>> rows) {
    row(head);
    row(Collections.nCopies(head.size(), "---"));
    rows.forEach(this::row);
    return line("");
  }

  static String code(String text) {
    return "`" + text + "`";
  }

  /** Every value as code; a dash if there is none. */
  static String codes(Collection<String> values) {
    return values.isEmpty() ? "-" : values.stream().map(Markdown::code).collect(joining(" "));
  }

  private void row(List<String> cells) {
    line(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |")));
  }

  @Override
  public String toString() {
    return text.toString().strip() + "\n";
  }
}
