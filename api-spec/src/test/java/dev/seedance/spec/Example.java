package dev.seedance.spec;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code examples/index.json}.
 *
 * @param name path below {@code examples}, without its ending
 * @param schema name of the schema in components that the document is an example of
 * @param revisions revisions of the contract that accept the document; empty for all that is not a
 *     generation request
 */
record Example(String name, String schema, List<String> revisions) {

  static final Path FOLDER = Path.of("examples");
  static final Path INDEX = FOLDER.resolve("index.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  Example(String name, String schema, @Nullable List<String> revisions) {
    this.name = name;
    this.schema = schema;
    this.revisions = revisions == null ? List.of() : List.copyOf(revisions);
  }

  static List<Example> index() {
    try {
      return JSON.readValue(INDEX.toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + INDEX, e);
    }
  }

  /** The name of the example in the contract. */
  String key() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  Path file() {
    return FOLDER.resolve(name + ".json");
  }

  JsonNode document() {
    try {
      return JSON.readTree(file().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file(), e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
