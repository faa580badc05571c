package dev.seedance.mock.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads JSON tables of figures from the server's jar. */
public final class JsonTable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonTable() {}

  /**
   * Reads a table.
   *
   * @param owner a class in the folder of the file
   * @param file the name of the file
   */
  public static JsonNode read(Class<?> owner, String file) {
    return read(Objects.requireNonNull(owner.getResource(file), file));
  }

  /** Reads a table. */
  public static JsonNode read(URL file) {
    try (InputStream json = file.openStream()) {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  /** Returns the members of an object in order, each converted. */
  public static <T> Map<String, T> members(JsonNode object, Function<JsonNode, T> member) {
    Map<String, T> members = new LinkedHashMap<>();
    object.properties().forEach(each -> members.put(each.getKey(), member.apply(each.getValue())));
    return members;
  }
}
