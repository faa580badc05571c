package dev.seedance.mock.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seedance.mock.json.StrictJson;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Saves and restores whole sandboxes: {@code {"version":1,"parts":{NAME:STATE}}}.
 *
 * <p>A restore is all or nothing: every part is read and checked before the first is put in place.
 * A part that the document does not have stays as it is.
 */
@Singleton
final class Snapshots {

  /** The version of the format; a document of another is refused. */
  static final int VERSION = 1;

  private final Map<String, SnapshotPart<?>> parts = new TreeMap<>();

  Snapshots(List<SnapshotPart<?>> parts) {
    parts.forEach(part -> this.parts.put(part.name(), part));
  }

  /** The document of a sandbox, as it is now. */
  InputStream save(Sandbox sandbox) throws IOException {
    Map<String, Object> states = new LinkedHashMap<>();
    parts.forEach((name, part) -> states.put(name, part.save().apply(sandbox)));
    return new SnapshotStream(VERSION, states);
  }

  /**
   * Puts the document's state in the place of the sandbox's own.
   *
   * @throws IllegalArgumentException where a part can't be read; nothing has changed then
   */
  void restore(Sandbox sandbox, InputStream json) {
    try (JsonParser document = StrictJson.MAPPER.createParser(json)) {
      read(sandbox, document).forEach(Runnable::run);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "it is no JSON, or not the whole of it; is its Content-Encoding right?", e);
    }
  }

  private List<Runnable> read(Sandbox sandbox, JsonParser document) throws IOException {
    String version = "null";
    List<Runnable> changes = null;
    if (document.nextToken() == JsonToken.START_OBJECT) {
      while (document.nextToken() == JsonToken.FIELD_NAME) {
        switch (document.currentName()) {
          case "version" -> version = version(document);
          case "parts" -> changes = changes(sandbox, document);
          default ->
              throw new IllegalArgumentException(
                  "unknown member '" + document.currentName() + "'; known: parts, version");
        }
      }
    }
    while (document.nextToken() != null) {
      document.skipChildren(); // to its end, so that what is cut off is never restored
    }
    if (!version.equals(String.valueOf(VERSION))) {
      throw new IllegalArgumentException("its 'version' is " + version + "; expected " + VERSION);
    }
    if (changes == null) {
      throw new IllegalArgumentException("it has no object 'parts'");
    }
    return changes;
  }

  private static String version(JsonParser document) throws IOException {
    JsonToken token = document.nextToken();
    document.skipChildren();
    return token.isScalarValue() ? document.getText() : token.asString();
  }

  /** What puts each part in place; null where that is no object. */
  private @Nullable List<Runnable> changes(Sandbox sandbox, JsonParser document)
      throws IOException {
    if (document.nextToken() != JsonToken.START_OBJECT) {
      document.skipChildren();
      return null;
    }
    List<Runnable> changes = new ArrayList<>();
    while (document.nextToken() == JsonToken.FIELD_NAME) {
      String name = document.currentName();
      document.nextToken();
      changes.add(change(sandbox, name, document));
    }
    return changes;
  }

  private Runnable change(Sandbox sandbox, String name, JsonParser document) throws IOException {
    SnapshotPart<?> part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException(
          "unknown part '" + name + "'; known: " + String.join(", ", parts.keySet()));
    }
    try {
      return change(sandbox, part, document);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("part '" + name + "': " + e.getMessage(), e);
    }
  }

  private static <T> Runnable change(Sandbox sandbox, SnapshotPart<T> part, JsonParser document)
      throws IOException {
    return part.restore().apply(sandbox, StrictJson.readNext(document, part.type()));
  }
}
