package dev.seedance.validator.media;

import dev.seedance.validator.Violation;
import java.util.List;

/**
 * The findings about the files of one request.
 *
 * @param violations in the order of the contract's members
 * @param passedOver files that no source could look for, as the request names them
 */
public record MediaReport(List<Violation> violations, List<String> passedOver) {

  /** Copies the lists. */
  public MediaReport {
    violations = List.copyOf(violations);
    passedOver = List.copyOf(passedOver);
  }
}
