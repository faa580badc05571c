package dev.seedance.spec.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Resolves the rows of a capability table that are other names of a model. */
final class SameModels {

  private static final String KEY = "same_as";

  private SameModels() {}

  /**
   * Gives each row with {@code same_as} the columns of the row that it names. Columns of its own
   * stay.
   *
   * @return the table, changed in place
   * @throws IllegalStateException if a row names none of the table, or one that is such a row
   *     itself
   */
  static JsonNode resolve(JsonNode table) {
    JsonNode models = table.required("models");
    models
        .properties()
        .forEach(
            row -> {
              if (row.getValue().has(KEY)) {
                resolve(row.getKey(), (ObjectNode) row.getValue(), models);
              }
            });
    return table;
  }

  private static void resolve(String name, ObjectNode row, JsonNode models) {
    JsonNode other = models.path(row.remove(KEY).asText());
    if (!other.isObject() || other.has(KEY)) {
      throw new IllegalStateException(
          "model '" + name + "': same_as must name a model of the table that has columns");
    }
    ObjectNode own = row.deepCopy();
    row.setAll((ObjectNode) other.deepCopy());
    row.setAll(own);
  }
}
