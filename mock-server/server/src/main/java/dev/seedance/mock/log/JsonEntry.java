package dev.seedance.mock.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes an entry of the log as a JSON object in one line of ASCII. */
final class JsonEntry {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonEntry() {}

  static String of(LogEntry entry, int mostLines) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("time", entry.time().toString());
      json.writeStringField("level", entry.level().name());
      json.writeStringField("logger", entry.logger());
      json.writeStringField("message", entry.message());
      for (Map.Entry<String, String> field : entry.request().entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      if (entry.suppressed() > 0) {
        json.writeNumberField("suppressed", entry.suppressed());
      }
      if (entry.failure() != null) {
        json.writeStringField(
            "exception", String.join("\n", StackTrace.of(entry.failure(), mostLines)));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }
}
