package dev.seedance.mock.error;

import dev.seedance.validator.Severity;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal on its way out: {@link ErrorAnswers} makes the response of it. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Violation> violations;

  /**
   * A refusal.
   *
   * @param code which one
   * @param message what was wrong, what was expected, what to do
   */
  public ApiException(ErrorCode code, String message) {
    this(code, message, List.of());
  }

  private ApiException(ErrorCode code, String message, List<Violation> violations) {
    super(message, null, false, false); // a refusal is an answer: nobody reads its stack
    this.code = code;
    this.violations = violations;
  }

  /**
   * The refusal of an invalid request, with the validator's whole report.
   *
   * @param report a report that is not valid
   */
  public static ApiException invalid(ValidationReport report) {
    List<Violation> errors = report.errors();
    String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    return new ApiException(
        ErrorCode.INVALID_REQUEST, errors.get(0).message() + more, report.violations());
  }

  ErrorBody body() {
    return ErrorBody.of(code, String.valueOf(getMessage()), param(), violations);
  }

  /** Which refusal. */
  public ErrorCode code() {
    return code;
  }

  private @Nullable String param() {
    return violations.stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .map(Violation::pointer)
        .filter(pointer -> !pointer.isEmpty())
        .map(pointer -> pointer.substring(1).replace('/', '.'))
        .findFirst()
        .orElse(null);
  }
}
