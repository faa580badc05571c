package dev.seedance.mock.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/**
 * What writes itself as JSON, because almost every call answers with it: an object mapper takes a
 * tenth of the server's start, and then asks a record for one component after the other.
 *
 * <p>Inside of something else an object mapper writes it all the same. No type goes with it:
 * readers know what they asked for.
 */
public interface SelfWritten extends JsonSerializable {

  /**
   * Writes it.
   *
   * @param rest writes what is part of it and does not write itself
   */
  void writeTo(JsonGenerator json, Rest rest) throws IOException;

  /** Writes any value. */
  interface Rest {
    void write(Object value, JsonGenerator json) throws IOException;
  }

  @Override
  default void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
    writeTo(json, serializers::defaultSerializeValue);
  }

  @Override
  default void serializeWithType(
      JsonGenerator json, SerializerProvider serializers, TypeSerializer type) throws IOException {
    serialize(json, serializers);
  }
}
