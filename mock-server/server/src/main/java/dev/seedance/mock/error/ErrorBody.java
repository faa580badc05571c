package dev.seedance.mock.error;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.seedance.mock.json.SelfWritten;
import dev.seedance.validator.Violation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error body of section 6 of the contract: {@code
 * {"error":{"code","message","type","param","violations"}}}.
 *
 * @param code for programs
 * @param message for people
 * @param type the family of the code
 * @param param the field at fault, null where it is not one field
 * @param violations the validator's report, empty where it did not speak
 */
public record ErrorBody(
    String code, String message, String type, @Nullable String param, List<Violation> violations)
    implements SelfWritten {

  /** An error that no {@link ErrorCode} stands for. */
  public static ErrorBody of(String code, String message, String type) {
    return new ErrorBody(code, message, type, null, List.of());
  }

  static ErrorBody of(
      ErrorCode code, String message, @Nullable String param, List<Violation> violations) {
    return new ErrorBody(code.code(), message, code.type(), param, violations);
  }

  @Override
  public void writeTo(JsonGenerator json, Rest rest) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("error");
    json.writeStringField("code", code);
    json.writeStringField("message", message);
    json.writeStringField("type", type);
    if (param != null) {
      json.writeStringField("param", param);
    }
    if (!violations.isEmpty()) {
      json.writeFieldName("violations");
      rest.write(violations, json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
