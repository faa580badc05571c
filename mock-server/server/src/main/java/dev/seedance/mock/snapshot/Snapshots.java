package dev.seedance.mock.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.StrictJson;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.SandboxFeature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Saves and restores whole sandboxes: {@code {"version":1,"parts":{NAME:DOCUMENT}}}.
 *
 * <p>A restore is all or nothing: every part is read and checked before the first is put in place.
 * A part that the document lacks stays as it is.
 */
@Singleton
final class Snapshots {

  /** The version of the format; a document of another version is refused. */
  static final int VERSION = 1;

  private final Map<String, SandboxFeature<?, ?>> features = new TreeMap<>();

  Snapshots(List<SandboxFeature<?, ?>> all) {
    for (SandboxFeature<?, ?> feature : all) {
      if (feature.documentType() != Void.class) {
        features.put(feature.name(), feature);
      }
    }
  }

  /** Returns the snapshot of a sandbox as it is now. */
  InputStream save(Sandbox sandbox) throws IOException {
    Map<String, Object> documents = new LinkedHashMap<>();
    sandbox.atomically(
        () -> features.forEach((name, feature) -> documents.put(name, document(sandbox, feature))));
    return new SnapshotStream(VERSION, documents);
  }

  private static <S> Object document(Sandbox sandbox, SandboxFeature<S, ?> feature) {
    return Objects.requireNonNull(feature.save(sandbox.get(feature.type())), feature.name());
  }

  /**
   * Puts a snapshot in the place of a sandbox's present state.
   *
   * @param json the snapshot; null counts as empty
   * @throws ApiException 400 if it can't be restored; nothing has changed then
   */
  void restore(Sandbox sandbox, @Nullable InputStream json) {
    try (JsonParser document =
        StrictJson.MAPPER.createParser(json == null ? InputStream.nullInputStream() : json)) {
      List<Runnable> changes = read(sandbox, document);
      sandbox.atomically(() -> changes.forEach(Runnable::run));
    } catch (IllegalArgumentException e) {
      throw refusal(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw refusal("it is no JSON, or not the whole of it; is its Content-Encoding right?");
    }
  }

  private static ApiException refusal(String why) {
    return new ApiException(ErrorCode.INVALID_REQUEST, "this snapshot can't be restored: " + why);
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
                  StrictJson.fault("unknown member; known: parts, version", place(document)));
        }
      }
      if (document.nextToken() != null) {
        throw new IllegalArgumentException("more follows after its end");
      }
    }
    while (document.nextToken() != null) {
      document.skipChildren(); // to the end, so that a document that is cut off is never restored
    }
    if (!version.equals(String.valueOf(VERSION))) {
      throw new IllegalArgumentException("its 'version' is " + version + "; expected " + VERSION);
    }
    if (changes == null) {
      throw new IllegalArgumentException(
          StrictJson.fault("it has no object 'parts'", JsonPointer.compile("/parts")));
    }
    return changes;
  }

  private static String version(JsonParser document) throws IOException {
    JsonToken token = document.nextToken();
    document.skipChildren();
    if (token == JsonToken.VALUE_STRING) {
      return '"' + document.getText() + '"';
    }
    return token.isScalarValue() ? document.getText() : token.asString();
  }

  /** Returns the changes that put the parts in place; null if {@code parts} is not an object. */
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
    SandboxFeature<?, ?> feature = features.get(name);
    if (feature == null) {
      throw new IllegalArgumentException(
          StrictJson.fault(
              "unknown part; known: " + String.join(", ", features.keySet()), place(document)));
    }
    try {
      return change(sandbox, feature, document);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("part '" + name + "': " + e.getMessage(), e);
    }
  }

  private static <D> Runnable change(
      Sandbox sandbox, SandboxFeature<?, D> feature, JsonParser document) throws IOException {
    JsonPointer place = place(document);
    D read = StrictJson.readNext(document, feature.documentType());
    try {
      return feature.restore(sandbox, read);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          StrictJson.fault(String.valueOf(e.getMessage()), place), e);
    }
  }

  private static JsonPointer place(JsonParser document) {
    return document.getParsingContext().pathAsPointer();
  }
}
