package dev.seedance.mock.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes scenarios, strictly, and says what is wrong and where. */
public final class ScenarioJson {

  /** Refuses what it does not know: a misspelt member must not be ignored. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .annotationIntrospector(new NullMarkedRecords())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private ScenarioJson() {}

  /**
   * Reads one scenario.
   *
   * @throws IllegalArgumentException where it is none; the message says what is wrong and where
   */
  public static Scenario read(byte[] json) {
    try {
      return required(MAPPER.readValue(json, Scenario.class));
    } catch (IOException e) {
      throw new IllegalArgumentException(JsonFault.explain(e), e);
    }
  }

  /**
   * Reads a value of a type out of a tree.
   *
   * @throws IllegalArgumentException where it can't; the message says what is wrong and where
   */
  public static <T> T read(JsonNode tree, Class<T> type) {
    try {
      return required(MAPPER.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(JsonFault.explain(e), e);
    }
  }

  /** Jackson reads the document {@code null} as null. */
  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("it is null");
    }
    return value;
  }

  /** Writes a value with this mapper. */
  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own records can be written", e);
    }
  }
}
