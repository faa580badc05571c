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
record ErrorBody(Detail error) {

  @Introspected
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Detail(
      String code,
      String message,
      String type,
      @Nullable String param,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {}

  static ErrorBody of(
      ErrorCode code, String message, @Nullable String param, List<Violation> violations) {
    return new ErrorBody(new Detail(code.code(), message, code.type(), param, violations));
  }
}
