package dev.seedance.validator.cli;

import dev.seedance.spec.text.Printable;
import dev.seedance.spec.text.ShownText;
import dev.seedance.validator.Severity;
import dev.seedance.validator.ValidationReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For people: a row each request, a column each revision. */
final class TableOutput implements Output {

  private static final int WIDTH = 80;
  private static final int SHORTEST_NAME = 20;
  private static final int GAP = 2;
  private static final String CUT = "…";
  private static final String HEADING = "request";

  private final PrintWriter out;
  private final Colors colors;
  private final List<String> revisions;
  private final List<Row> rows = new ArrayList<>();

  TableOutput(PrintWriter out, Colors colors, List<String> revisions) {
    this.out = out;
    this.colors = colors;
    this.revisions = revisions;
  }

  /** The verdicts on a request, in the order of the revisions. */
  private record Row(String name, List<Cell> cells) {}

  private record Cell(String text, ValidationReport report) {

    static Cell of(ValidationReport report) {
      int errors = report.errors().size();
      int warnings = report.warnings().size();
      String valid = warnings == 0 ? "valid" : Plural.of(warnings, "warning");
      return new Cell(errors == 0 ? valid : Plural.of(errors, "error"), report);
    }

    int length() {
      return text.length();
    }

    String paint(Colors colors) {
      return report.violations().isEmpty()
          ? colors.good(text)
          : colors.of(report.valid() ? Severity.WARNING : Severity.ERROR, text);
    }
  }

  @Override
  public void report(String file, byte[] body, Verdicts verdicts) {
    List<Cell> cells = verdicts.byRevision().values().stream().map(Cell::of).toList();
    rows.add(new Row(Printable.line(file), cells));
  }

  @Override
  public void summary(Tally tally) {
    if (!rows.isEmpty()) {
      table();
    }
    out.println(
        Plural.of(tally.requests(), "request")
            + ": "
            + tally.valid()
            + " valid under every revision, "
            + tally.invalid()
            + " not"
            + (tally.unreadable() == 0 ? "" : ", " + tally.unreadable() + " unreadable"));
    if (tally.errors() + tally.warnings() > 0) {
      out.println("To see what is wrong: seedance validate --revision REVISION FILE");
    }
  }

  private void table() {
    int column =
        IntStream.concat(
                    revisions.stream().mapToInt(String::length),
                    rows.stream().flatMap(row -> row.cells().stream()).mapToInt(Cell::length))
                .max()
                .orElse(0)
            + GAP;
    int longest = rows.stream().mapToInt(row -> ShownText.length(row.name())).max().orElse(0);
    int room = Math.max(SHORTEST_NAME, WIDTH - column * revisions.size());
    int names = Math.max(HEADING.length(), Math.min(longest, room));
    out.println(colors.bold(padded(HEADING, names) + columns(revisions, column)));
    for (Row row : rows) {
      var line = new StringBuilder(padded(end(row.name(), names), names));
      int gap = GAP;
      for (Cell cell : row.cells()) {
        line.append(" ".repeat(gap)).append(cell.paint(colors));
        gap = column - cell.length();
      }
      out.println(line);
    }
    out.println();
  }

  private static String columns(List<String> texts, int width) {
    String all = texts.stream().map(text -> padded(text, width)).collect(Collectors.joining());
    return (" ".repeat(GAP) + all).stripTrailing();
  }

  /** Returns the end of a name, which tells more of a path than its beginning. */
  private static String end(String name, int width) {
    int length = ShownText.length(name);
    return length <= width
        ? name
        : CUT + name.substring(name.offsetByCodePoints(0, length - width + 1));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - ShownText.length(text));
  }
}
