package dev.seedance.mock.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of two keys that comes with the server as JSON: an object of objects.
 *
 * <p>Read as a tree, because binding it to classes takes longer than all else of a first call.
 *
 * @param rows the values by the first key and the second
 */
public record Table<T>(Map<String, Map<String, T>> rows) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Reads a table.
   *
   * @param name what it is called where it can't be read
   * @param source where it is
   * @param cell makes a value of its JSON
   */
  public static <T> Table<T> read(String name, @Nullable URL source, Function<JsonNode, T> cell) {
    if (source == null) {
      throw new IllegalStateException(name + " is not in the mock server's jar");
    }
    try (InputStream json = source.openStream()) {
      Map<String, Map<String, T>> rows = new LinkedHashMap<>();
      for (var row : MAPPER.readTree(json).properties()) {
        Map<String, T> cells = new LinkedHashMap<>();
        row.getValue()
            .properties()
            .forEach(each -> cells.put(each.getKey(), cell.apply(each.getValue())));
        rows.put(row.getKey(), cells);
      }
      return new Table<>(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + name + " from the mock server's jar", e);
    }
  }

  /** The value of two keys; null where the table has none. */
  public @Nullable T get(String row, String column) {
    return rows.getOrDefault(row, Map.of()).get(column);
  }
}
