package dev.seedance.client.cli;

import dev.seedance.client.estimate.Estimate;
import dev.seedance.client.model.Violation;
import dev.seedance.spec.text.Printable;
import java.io.PrintWriter;
import java.util.List;

/** Estimates for people: a line a request, and its assumptions below. */
final class TextEstimates implements EstimateOutput {

  private final PrintWriter out;

  TextEstimates(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void estimated(String request, Estimate estimate) {
    if (estimate instanceof Estimate.Known known) {
      line("%s: %s".formatted(request, cost(known)));
      known.assumptions().forEach(assumption -> line("  " + assumption));
    } else if (estimate instanceof Estimate.Unknown unknown) {
      line("%s: cost unknown: %s".formatted(request, unknown.reason()));
    }
  }

  @Override
  public void invalid(String request, List<Violation> errors) {
    line(request + ": invalid, no estimate");
    errors.forEach(error -> line("  " + FailureReport.describe(error)));
  }

  @Override
  public void total(EstimateTotal total, String prices) {
    if (total.requests() > 1) {
      String rest = total.isComplete() ? "" : "; left out: %d".formatted(total.left());
      line("total of %d requests: %s%s".formatted(total.requests(), cost(total.sum()), rest));
    }
    line("prices: " + prices);
  }

  private static String cost(Estimate.Known known) {
    String most = EstimateOutput.amount(known.most());
    return known
            .least()
            .map(
                least ->
                    least.compareTo(known.most()) == 0
                        ? most
                        : EstimateOutput.amount(least) + " to " + most)
            .orElse("at most " + most)
        + " "
        + known.currency();
  }

  private void line(String text) {
    out.println(Printable.line(text));
  }
}
