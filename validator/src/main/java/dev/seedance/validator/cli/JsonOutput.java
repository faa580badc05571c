package dev.seedance.validator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * One JSON object a file, each on a line of its own; of several revisions if they are asked for.
 */
final class JsonOutput implements Output {

  private final ObjectMapper json = new ObjectMapper();
  private final PrintWriter out;
  private final boolean severalRevisions;

  JsonOutput(PrintWriter out, boolean severalRevisions) {
    this.out = out;
    this.severalRevisions = severalRevisions;
  }

  private record Line(String file, boolean valid, List<Violation> violations) {}

  private record LineOfRevisions(
      String file, boolean valid, Map<String, ValidationReport> revisions) {}

  @Override
  public void report(String file, byte[] body, Verdicts verdicts) throws JsonProcessingException {
    out.println(json.writeValueAsString(line(file, verdicts)));
  }

  private Record line(String file, Verdicts verdicts) {
    ValidationReport first = verdicts.first();
    return severalRevisions
        ? new LineOfRevisions(file, verdicts.valid(), verdicts.byRevision())
        : new Line(file, first.valid(), first.violations());
  }

  @Override
  public void summary(Tally tally) {
    // Programs count for themselves.
  }
}
