package dev.seedance.spec.build;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds capability tables to their format, so that a key that is misspelt or a name that is nowhere
 * fails the build instead of meaning nothing.
 */
final class TableFormat {

  private final Schema schema;
  private final JsonNode frameSizes;

  /**
   * Makes the check.
   *
   * @param schema the JSON Schema of tables
   * @param frameSizes the frame sizes by resolution and ratio, which a model's must be among
   */
  TableFormat(JsonNode schema, JsonNode frameSizes) {
    this.frameSizes = frameSizes;
    this.schema = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema(schema);
  }

  /**
   * Checks a table.
   *
   * @param table with each {@code same_as} resolved
   * @param file its file, for the message
   * @throws IllegalStateException if something is wrong; the message names each key and what was
   *     expected there
   */
  void check(JsonNode table, String file) {
    List<String> faults = new ArrayList<>();
    for (Error error : schema.validate(table)) {
      faults.add(keyOf(error) + ": " + error.getMessage());
    }
    if (faults.isEmpty()) {
      faults.addAll(new TableNames(table, frameSizes).faults());
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          faults.stream().distinct().collect(joining("\n  ", file + ":\n  ", "")));
    }
  }

  private static String keyOf(Error error) {
    String key = error.getInstanceLocation().toString();
    return key.isEmpty() ? "the table" : key;
  }
}
