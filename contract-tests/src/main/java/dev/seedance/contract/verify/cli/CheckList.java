package dev.seedance.contract.verify.cli;

import dev.seedance.contract.verify.Check;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The output of {@code --list}. */
final class CheckList {

  private final PrintWriter out;

  CheckList(PrintWriter out) {
    this.out = out;
  }

  void print(List<Check> checks) {
    int width = checks.stream().mapToInt(check -> check.id().length()).max().orElse(0);
    for (Check check : checks) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %-6s  %s",
              check.id(),
              check.cost().word(),
              check.sentence()));
    }
    long free = checks.stream().filter(check -> !check.cost().needsConsent()).count();
    out.println();
    out.println(
        "%d checks; %d are free, the others need --allow-spend".formatted(checks.size(), free));
    out.flush();
  }
}
