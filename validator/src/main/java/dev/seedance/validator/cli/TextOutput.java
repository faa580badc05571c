package dev.seedance.validator.cli;

import dev.seedance.spec.text.Printable;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.Severity;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.io.PrintWriter;

/** For people: each violation with the line of the file that it is about, and a summary. */
final class TextOutput implements Output {

  private final PrintWriter out;
  private final Colors colors;
  private final Capabilities capabilities;

  TextOutput(PrintWriter out, Colors colors, Capabilities capabilities) {
    this.out = out;
    this.colors = colors;
    this.capabilities = capabilities;
  }

  @Override
  public void report(String file, byte[] body, Verdicts verdicts) {
    ValidationReport report = verdicts.first();
    String verdict = report.valid() ? colors.good("valid") : colors.of(Severity.ERROR, "invalid");
    out.println(colors.bold(Printable.line(file)) + ": " + verdict + counts(report));
    if (!report.violations().isEmpty()) {
      var excerpts = Excerpts.of(body, report.violations());
      for (Violation violation : report.violations()) {
        print(violation, excerpts);
      }
    }
  }

  private void print(Violation violation, Excerpts excerpts) {
    out.println();
    out.println(
        "  "
            + colors.of(violation.severity(), violation.severity().json())
            + " "
            + colors.bold(violation.rule())
            + (violation.pointer().isEmpty() ? "" : " at " + Printable.line(violation.pointer())));
    out.println("    " + Printable.line(violation.message()));
    excerpts
        .of(violation)
        .ifPresent(
            excerpt -> {
              String number = Integer.toString(excerpt.line());
              out.println("    " + colors.faint(number + " | ") + excerpt.text());
              out.println(
                  "    "
                      + colors.faint(" ".repeat(number.length()) + " | ")
                      + " ".repeat(excerpt.caret())
                      + colors.of(violation.severity(), "^"));
            });
  }

  @Override
  public void summary(Tally tally) {
    out.println();
    out.println(
        Plural.of(tally.requests(), "request")
            + ": "
            + tally.valid()
            + " valid, "
            + tally.invalid()
            + " invalid"
            + (tally.unreadable() == 0 ? "" : ", " + tally.unreadable() + " unreadable")
            + " ("
            + Plural.of(tally.errors(), "error")
            + ", "
            + Plural.of(tally.warnings(), "warning")
            + ", revision "
            + capabilities.revision()
            + ")");
  }

  private static String counts(ValidationReport report) {
    if (report.violations().isEmpty()) {
      return "";
    }
    return " ("
        + Plural.of(report.errors().size(), "error")
        + ", "
        + Plural.of(report.warnings().size(), "warning")
        + ")";
  }
}
