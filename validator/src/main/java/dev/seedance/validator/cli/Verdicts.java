package dev.seedance.validator.cli;

import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The reports on one request.
 *
 * @param byRevision a report each revision that was asked for, oldest first; at least one
 */
record Verdicts(Map<String, ValidationReport> byRevision) {

  Verdicts {
    byRevision = Collections.unmodifiableMap(new LinkedHashMap<>(byRevision));
  }

  /** Takes a report from each validator. */
  static Verdicts of(
      List<RequestValidator> validators, Function<RequestValidator, ValidationReport> judge) {
    Map<String, ValidationReport> reports = new LinkedHashMap<>();
    for (RequestValidator validator : validators) {
      reports.put(validator.capabilities().revision(), judge.apply(validator));
    }
    return new Verdicts(reports);
  }

  /** Returns the verdicts with what was found in the files of the request, the same for each. */
  Verdicts with(List<Violation> inFiles, byte[] body) {
    Map<String, ValidationReport> reports = new LinkedHashMap<>(byRevision);
    reports.replaceAll((revision, report) -> report.with(inFiles, body));
    return new Verdicts(reports);
  }

  /** Returns the request as read under the newest revision, which knows most members. */
  Optional<GenerationRequest> request() {
    return byRevision.values().stream().reduce((older, newer) -> newer).orElseThrow().request();
  }

  /** Returns the report under the oldest revision, the only one if one was asked for. */
  ValidationReport first() {
    return byRevision.values().iterator().next();
  }

  /** Returns true if the request is valid under every revision. */
  boolean valid() {
    return byRevision.values().stream().allMatch(ValidationReport::valid);
  }

  int errors() {
    return byRevision.values().stream().mapToInt(report -> report.errors().size()).sum();
  }

  int warnings() {
    return byRevision.values().stream().mapToInt(report -> report.warnings().size()).sum();
  }
}
