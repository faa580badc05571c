package dev.seedance.mock.startup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.jackson.databind.JacksonDatabindMapper;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON of the routes: writes the most frequent responses by hand, and leaves
 * all else to Jackson's object mapper, which is created only when it is needed.
 */
@Primary
@Singleton
final class LazyJsonMapper implements JsonMapper {

  private final JsonFactory factory = new JsonFactory();
  private final ResponseWriter writer = new ResponseWriter(this::writeRest);
  private final BeanProvider<JacksonDatabindMapper> mapper;

  LazyJsonMapper(BeanProvider<JacksonDatabindMapper> mapper) {
    this.mapper = mapper;
  }

  @Override
  public void writeValue(OutputStream out, @Nullable Object value) throws IOException {
    if (value != null && writer.writes(value)) {
      try (JsonGenerator json = factory.createGenerator(out)) {
        writer.write(value, json);
      }
    } else {
      mapper.get().writeValue(out, value);
    }
  }

  private void writeRest(Object value, JsonGenerator json) throws IOException {
    mapper.get().getObjectMapper().writeValue(json, value);
  }

  @Override
  public <T> void writeValue(OutputStream out, Argument<T> type, @Nullable T value)
      throws IOException {
    if (value != null && writer.writes(value)) {
      writeValue(out, value);
    } else {
      mapper.get().writeValue(out, type, value);
    }
  }

  @Override
  public byte[] writeValueAsBytes(@Nullable Object value) throws IOException {
    var out = new ByteArrayOutputStream();
    writeValue(out, value);
    return out.toByteArray();
  }

  @Override
  public <T> byte[] writeValueAsBytes(Argument<T> type, @Nullable T value) throws IOException {
    var out = new ByteArrayOutputStream();
    writeValue(out, type, value);
    return out.toByteArray();
  }

  @Override
  public JsonNode writeValueToTree(@Nullable Object value) throws IOException {
    return mapper.get().writeValueToTree(value);
  }

  @Override
  public <T> JsonNode writeValueToTree(Argument<T> type, @Nullable T value) throws IOException {
    return mapper.get().writeValueToTree(type, value);
  }

  @Override
  public <T> T readValue(InputStream in, Argument<T> type) throws IOException {
    return mapper.get().readValue(in, type);
  }

  @Override
  public <T> T readValue(byte[] bytes, Argument<T> type) throws IOException {
    return mapper.get().readValue(bytes, type);
  }

  @Override
  public <T> T readValue(ByteBuffer<?> bytes, Argument<T> type) throws IOException {
    return mapper.get().readValue(bytes, type);
  }

  @Override
  public <T> T readValueFromTree(JsonNode tree, Argument<T> type) throws IOException {
    return mapper.get().readValueFromTree(tree, type);
  }

  @Override
  public JsonStreamConfig getStreamConfig() {
    return mapper.get().getStreamConfig();
  }
}
