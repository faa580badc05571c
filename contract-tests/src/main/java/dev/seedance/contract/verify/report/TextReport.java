package dev.seedance.contract.verify.report;

import dev.seedance.contract.verify.Report;
import dev.seedance.contract.verify.Result;
import dev.seedance.contract.verify.Result.Failed;
import dev.seedance.contract.verify.Result.Passed;
import dev.seedance.contract.verify.Result.Skipped;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A report for people: a table of the checks, a text about each that failed, and a sum. */
public final class TextReport {

  private final PrintWriter out;
  private final UnaryOperator<String> good;
  private final UnaryOperator<String> bad;

  /**
   * Creates a report on a terminal or in a file.
   *
   * @param good marks what is right, such as with a colour
   * @param bad marks what is wrong
   */
  public TextReport(PrintWriter out, UnaryOperator<String> good, UnaryOperator<String> bad) {
    this.out = out;
    this.good = good;
    this.bad = bad;
  }

  /** Writes the whole report. */
  public void write(Report report) {
    Redaction redaction = Redaction.of(report.settings());
    List<Result> results = report.results();
    int width =
        results.stream().mapToInt(result -> result.check().id().length()).max().orElse(0) + 2;
    for (Result result : results) {
      out.println("  " + row(result, width, redaction));
    }
    FailureText texts = new FailureText(report.settings());
    for (Result result : results) {
      if (result.verdict() instanceof Failed failed) {
        out.println();
        out.println(bad.apply("FAILED " + result.check().id()));
        out.print(texts.of(result.check(), failed.failure()));
      }
    }
    out.println();
    out.println(sum(report));
    out.flush();
  }

  private String row(Result result, int width, Redaction redaction) {
    String id = String.format(Locale.ROOT, "%-" + width + "s", result.check().id());
    String took = String.format(Locale.ROOT, "%8s", show(result.took()));
    Result.Verdict verdict = result.verdict();
    if (verdict instanceof Skipped skipped) {
      return "skip  " + id + " ".repeat(8) + "  " + redaction.of(skipped.reason());
    }
    return (verdict instanceof Passed ? good.apply("pass") : bad.apply("FAIL")) + "  " + id + took;
  }

  private String sum(Report report) {
    long failed = report.count(Result::failed);
    String text =
        "%d checks of %s (%srevision %s): %d passed, %d failed, %d skipped, in %s"
            .formatted(
                report.results().size(),
                report.settings().baseUrl(),
                report.mock() ? "a mock, " : "",
                report.settings().revision(),
                report.count(Result::passed),
                failed,
                report.count(Result::skipped),
                show(report.took()));
    return failed == 0 ? good.apply(text) : bad.apply(text);
  }

  private static String show(Duration duration) {
    return duration.toSeconds() < 10
        ? duration.toMillis() + " ms"
        : duration.toMinutes() < 2
            ? duration.toSeconds() + " s"
            : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
