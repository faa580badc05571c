package dev.seedance.mock.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.validator.Violation;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error body of section 6 of the contract.
 *
 * @param error its only member
 */
@Introspected
public record ErrorBody(Detail error) {

  /**
   * The error proper.
   *
   * @param code for programs
   * @param message for people
   * @param type the family of the code
   * @param param the field at fault, null if it is not one field
   * @param violations the validator's report, empty if it found nothing
   */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Detail(
      @JsonInclude(JsonInclude.Include.ALWAYS) String code,
      @JsonInclude(JsonInclude.Include.ALWAYS) String message,
      @JsonInclude(JsonInclude.Include.ALWAYS) String type,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String param,
      List<Violation> violations) {}

  /** Returns an error that no {@link ErrorCode} stands for. */
  public static ErrorBody of(String code, String message, String type) {
    return new ErrorBody(new Detail(code, message, type, null, List.of()));
  }

  static ErrorBody of(ErrorCode code, String message) {
    return of(code, message, null, List.of());
  }

  static ErrorBody of(
      ErrorCode code, String message, @Nullable String param, List<Violation> violations) {
    return new ErrorBody(new Detail(code.code(), message, code.type(), param, violations));
  }
}
