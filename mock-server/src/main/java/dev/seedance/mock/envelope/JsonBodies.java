package dev.seedance.mock.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON bodies of the asset endpoints as the provider does: unknown members are ignored,
 * members of a wrong type are not.
 */
public final class JsonBodies {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private JsonBodies() {}

  /**
   * Reads a JSON object.
   *
   * @param body the raw body; null counts as empty
   * @param type a record; its components are the known members, in snake case
   * @throws ApiException 400 where the body is no such object; it does not repeat the body
   */
  public static <T> T read(byte @Nullable [] body, Class<T> type) {
    try {
      T value = MAPPER.readValue(body == null ? new byte[0] : body, type);
      if (value != null) {
        return value;
      }
    } catch (JsonMappingException e) {
      throw refusal("the body's " + path(e) + " is not of the expected type");
    } catch (JsonProcessingException e) {
      throw refusal(
          "the body is no JSON, from line %d column %d; expected a JSON object"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw refusal("the body is no JSON in UTF-8; expected a JSON object");
    }
    throw refusal("the body is null; expected a JSON object");
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(step -> step.getFieldName() != null ? step.getFieldName() : "" + step.getIndex())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "top level" : "member '" + path + "'";
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
