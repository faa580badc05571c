package dev.seedance.mock.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON bodies of the asset endpoints as the provider does. Unknown fields are ignored;
 * fields of a wrong type are refused.
 */
public final class LenientJson {

  private static final JsonBody BODY =
      new JsonBody(
          JsonMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
              .build());

  private LenientJson() {}

  /**
   * Reads a JSON object.
   *
   * @param body the raw body
   * @param type a record; its components are the known fields, in snake case
   * @throws ApiException 400 if the body is not such an object
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return BODY.read(body, type);
  }
}
