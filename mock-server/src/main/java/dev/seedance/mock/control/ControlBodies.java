package dev.seedance.mock.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of control-plane calls, strictly: a field that nobody knows is refused, because
 * a misspelt setting would silently do nothing.
 *
 * <p>The refusals never repeat the body: it may hold a secret.
 */
@Singleton
public final class ControlBodies {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private final JsonMapper mapper =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a JSON object.
   *
   * @param body the raw body; null and empty count as an empty object
   * @param type a record; its components are the known fields, in snake case
   * @throws ApiException 400 where the body is no such object
   */
  public <T> T read(byte @Nullable [] body, Class<T> type) {
    byte[] json = body == null || body.length == 0 ? EMPTY_OBJECT : body;
    ObjectReader reader = mapper.readerFor(type);
    try {
      T value = reader.readValue(json);
      if (value == null) {
        throw refusal("the body is null; expected a JSON object");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw refusal(
          "unknown field '" + e.getPropertyName() + "'; known: " + e.getKnownPropertyIds());
    } catch (JsonMappingException e) {
      throw refusal("the body's " + path(e) + " is not of the expected type");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw refusal(
          "the body is no JSON, from line %d column %d; expected a JSON object"
              .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw refusal("the body is no JSON object in UTF-8");
    }
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(step -> step.getFieldName() != null ? step.getFieldName() : "" + step.getIndex())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "top level" : "field '" + path + "'";
  }

  private static ApiException refusal(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }
}
