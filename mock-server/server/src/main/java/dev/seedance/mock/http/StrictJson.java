package dev.seedance.mock.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes our own documents strictly. */
public final class StrictJson {

  /** Refuses unknown members: a misspelt one must not be ignored. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new StrictTimes())
          .annotationIntrospector(new NullMarkedRecords())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, StrictJson::refuseScalars)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private StrictJson() {}

  /** Refuses numbers and booleans for strings, which the feature for scalars leaves out. */
  private static void refuseScalars(MutableCoercionConfig config) {
    config
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /**
   * Reads a whole document.
   *
   * @throws IllegalArgumentException if it is not valid; the message says why, and at which place
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return required(MAPPER.readValue(json, type));
    } catch (IOException e) {
      throw new IllegalArgumentException(JsonFault.explain(e, ""), e);
    }
  }

  /**
   * Reads the next value of a document, and nothing beyond it.
   *
   * @throws IllegalArgumentException if it is not such a value; the message says why, and at which
   *     place
   * @throws IOException if the document is not JSON, or is broken off
   */
  public static <T> T readNext(JsonParser document, Class<T> type) throws IOException {
    String place = document.getParsingContext().pathAsPointer().toString();
    T value;
    try {
      value =
          MAPPER
              .readerFor(type)
              .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readValue(document);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(JsonFault.explain(e, place), e);
    }
    if (value == null) {
      throw new IllegalArgumentException(JsonFault.at("it is null", place));
    }
    return value;
  }

  /** Returns why a value that was read can't be taken, with its place. */
  public static String fault(String why, JsonPointer place) {
    return JsonFault.at(why, place.toString());
  }

  /** Writes a value. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own records can be written", e);
    }
  }

  /** Refuses null: Jackson reads the document {@code null} as null. */
  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("it is null");
    }
    return value;
  }
}
