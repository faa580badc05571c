package dev.seedance.client.error;

import dev.seedance.client.model.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The request breaks the contract. It was not sent and cost nothing. */
public final class InvalidRequestException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * Reports broken rules.
   *
   * @param violations all findings of the check, warnings too
   */
  public InvalidRequestException(List<Violation> violations) {
    super(describe(violations), null);
    this.violations = List.copyOf(violations);
  }

  /** Returns all findings of the check, warnings too, in document order. */
  public List<Violation> violations() {
    return violations;
  }

  private static String describe(List<Violation> violations) {
    return violations.stream()
        .filter(violation -> "error".equals(violation.getSeverity()))
        .map(
            violation ->
                "%s at %s: %s"
                    .formatted(violation.getRule(), violation.getPointer(), violation.getMessage()))
        .collect(
            Collectors.joining("; ", "the request was not sent, it breaks the contract: ", ""));
  }
}
