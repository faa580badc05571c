package dev.seedance.mock.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seedance.validator.Violation;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error body of section 6 of the contract: {@code
 * {"error":{"code","message","type","param","violations"}}}.
 */
@Introspected
public record ErrorBody(Detail error) {

  /**
   * What went wrong.
   *
   * @param code for programs
   * @param message for people
   * @param type the family of the code
   * @param param the field at fault, null where it is not one field
   * @param violations the validator's report, empty where it did not speak
   */
  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Detail(
      String code,
      String message,
      String type,
      @Nullable String param,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {}

  /** An error that no {@link ErrorCode} stands for. */
  public static ErrorBody of(String code, String message, String type) {
    return new ErrorBody(new Detail(code, message, type, null, List.of()));
  }

  static ErrorBody of(
      ErrorCode code, String message, @Nullable String param, List<Violation> violations) {
    return new ErrorBody(new Detail(code.code(), message, code.type(), param, violations));
  }
}
