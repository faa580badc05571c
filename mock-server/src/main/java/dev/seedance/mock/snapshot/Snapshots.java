package dev.seedance.mock.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.scenario.ScenarioJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  private final Map<String, SnapshotPart> parts;

  Snapshots(List<SnapshotPart> parts) {
    this.parts =
        parts.stream()
            .sorted(Comparator.comparing(SnapshotPart::name))
            .collect(
                Collectors.toMap(
                    SnapshotPart::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  JsonNode save(Sandbox sandbox) {
    ObjectNode document = ScenarioJson.MAPPER.createObjectNode().put("version", VERSION);
    ObjectNode states = document.putObject("parts");
    parts.forEach((name, part) -> states.set(name, part.save(sandbox)));
    return document;
  }

  /**
   * Puts the document's state in the place of the sandbox's own.
   *
   * @throws IllegalArgumentException where a part can't be read; nothing has changed then
   */
  void restore(Sandbox sandbox, byte[] json) {
    JsonNode document = read(json);
    if (!document.path("version").isInt() || document.path("version").intValue() != VERSION) {
      throw new IllegalArgumentException(
          "its 'version' is " + document.get("version") + "; expected " + VERSION);
    }
    if (!(document.get("parts") instanceof ObjectNode states)) {
      throw new IllegalArgumentException("it has no object 'parts'");
    }
    List<Runnable> changes =
        states.properties().stream()
            .map(state -> change(sandbox, state.getKey(), state.getValue()))
            .toList();
    changes.forEach(Runnable::run);
  }

  private Runnable change(Sandbox sandbox, String name, JsonNode state) {
    SnapshotPart part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException(
          "unknown part '" + name + "'; known: " + String.join(", ", parts.keySet()));
    }
    try {
      return part.restore(sandbox, state);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("part '" + name + "': " + e.getMessage(), e);
    }
  }

  private static JsonNode read(byte[] json) {
    try {
      return ScenarioJson.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("it is no JSON", e);
    }
  }
}
