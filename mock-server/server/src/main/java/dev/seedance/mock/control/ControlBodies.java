package dev.seedance.mock.control;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.seedance.mock.json.JsonObjects;
import jakarta.inject.Singleton;

/**
 * Reads the bodies of control-plane calls, strictly: a field that nobody knows is refused, because
 * a misspelt setting would silently do nothing.
 */
@Singleton
public final class ControlBodies {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private final JsonObjects objects =
      new JsonObjects(
          JsonMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build());

  /**
   * Reads a JSON object.
   *
   * @param body the raw body; an empty one counts as an empty object
   * @param type a record; its components are the known fields, in snake case
   * @throws dev.seedance.mock.error.ApiException 400 where the body is no such object
   */
  public <T> T read(byte[] body, Class<T> type) {
    return objects.read(body.length == 0 ? EMPTY_OBJECT : body, type);
  }
}
