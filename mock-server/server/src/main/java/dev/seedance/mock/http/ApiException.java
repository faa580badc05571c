package dev.seedance.mock.http;

import dev.seedance.validator.Rule;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal, of which {@link ErrorResponses} makes the response. */
public class ApiException extends HttpStatusException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Violation> violations;
  private final @Nullable String param;

  /**
   * Creates a refusal.
   *
   * @param code the kind of refusal
   * @param message says what was wrong, what was expected and what to do
   */
  public ApiException(ErrorCode code, String message) {
    this(code, message, List.of(), null);
  }

  /**
   * Creates a refusal of one field.
   *
   * @param code the kind of refusal
   * @param message says what was wrong, what was expected and what to do
   * @param param the field at fault
   */
  public static ApiException of(ErrorCode code, String message, String param) {
    return new ApiException(code, message, List.of(), param);
  }

  private ApiException(
      ErrorCode code, String message, List<Violation> violations, @Nullable String param) {
    super(HttpStatus.valueOf(code.status()), message);
    this.code = code;
    this.violations = violations;
    this.param = param;
  }

  /**
   * Creates the refusal of an invalid request.
   *
   * @param message says what was wrong, what was expected and what to do
   */
  public static ApiException invalid(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }

  /**
   * Creates the refusal of an invalid request, with the validator's whole report.
   *
   * @param report a report that is not valid
   */
  public static ApiException invalid(ValidationReport report) {
    List<Violation> errors = report.errors();
    String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    boolean tooLarge = errors.get(0).rule().equals(Rule.BODY_TOO_LARGE.id());
    return new ApiException(
        tooLarge ? ErrorCode.REQUEST_TOO_LARGE : ErrorCode.INVALID_REQUEST,
        errors.get(0).message() + more,
        report.violations(),
        param(errors));
  }

  static ApiException tooLarge(String message, Violation violation) {
    return new ApiException(ErrorCode.REQUEST_TOO_LARGE, message, List.of(violation), null);
  }

  ErrorBody body() {
    return ErrorBody.of(code, String.valueOf(getMessage()), param, violations);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this; // becomes a response: nobody reads the stack
  }

  /** Returns the kind of refusal. */
  public ErrorCode code() {
    return code;
  }

  private static @Nullable String param(List<Violation> errors) {
    return errors.stream()
        .map(Violation::pointer)
        .filter(pointer -> !pointer.isEmpty())
        .map(pointer -> pointer.substring(1).replace('/', '.'))
        .findFirst()
        .orElse(null);
  }
}
