package dev.seedance.contract.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The result of a verification.
 *
 * @param settings the settings of the verification
 * @param mock true if the server calls itself a mock
 * @param began the instant of its begin
 * @param took its length
 * @param results the result of each check, in the order in which they ran
 */
public record Report(
    Settings settings, boolean mock, Instant began, Duration took, List<Result> results) {

  /** Copies the list. */
  public Report {
    results = List.copyOf(results);
  }

  /** Returns true if no check failed. */
  public boolean passed() {
    return results.stream().noneMatch(Result::failed);
  }

  /** Counts the results that meet a condition. */
  public long count(Predicate<Result> such) {
    return results.stream().filter(such).count();
  }
}
