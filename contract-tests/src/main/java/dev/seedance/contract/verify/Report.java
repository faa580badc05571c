package dev.seedance.contract.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What came of a verification.
 *
 * @param settings how the server was verified
 * @param mock whether the server calls itself a mock
 * @param began when
 * @param took how long it took
 * @param results what came of each check, in the order in which they ran
 */
public record Report(
    Settings settings, boolean mock, Instant began, Duration took, List<Result> results) {

  /** Copies the list. */
  public Report {
    results = List.copyOf(results);
  }

  /** Whether no check failed. */
  public boolean passed() {
    return results.stream().noneMatch(Result::failed);
  }

  /** How many results are such. */
  public long count(Predicate<Result> such) {
    return results.stream().filter(such).count();
  }
}
