package dev.seedance.validator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.io.PrintWriter;
import java.util.List;

/** One JSON object a file, each on a line of its own. */
final class JsonOutput implements Output {

  private final ObjectMapper json = new ObjectMapper();
  private final PrintWriter out;

  JsonOutput(PrintWriter out) {
    this.out = out;
  }

  private record Line(String file, boolean valid, List<Violation> violations) {}

  @Override
  public void report(String file, byte[] body, ValidationReport report)
      throws JsonProcessingException {
    out.println(json.writeValueAsString(new Line(file, report.valid(), report.violations())));
  }

  @Override
  public void summary(Tally tally) {
    // Programs count for themselves.
  }
}
