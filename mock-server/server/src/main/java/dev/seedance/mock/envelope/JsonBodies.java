package dev.seedance.mock.envelope;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seedance.mock.json.JsonObjects;

/**
 * Reads the JSON bodies of the asset endpoints as the provider does: unknown fields are ignored,
 * fields of a wrong type are not.
 */
public final class JsonBodies {

  private static final JsonObjects OBJECTS =
      new JsonObjects(
          JsonMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
              .build());

  private JsonBodies() {}

  /**
   * Reads a JSON object.
   *
   * @param body the raw body
   * @param type a record; its components are the known fields, in snake case
   * @throws dev.seedance.mock.error.ApiException 400 where the body is no such object
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return OBJECTS.read(body, type);
  }
}
