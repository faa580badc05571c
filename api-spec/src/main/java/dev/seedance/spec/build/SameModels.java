package dev.seedance.spec.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Resolves the rows of a capability table that are other names of a model. */
final class SameModels {

  private static final String KEY = "same_as";

  private SameModels() {}

  /**
   * Gives each row with {@code same_as} the columns of the row that it names, and the members of a
   * request that the other model has. Columns of its own stay.
   *
   * @return the table, changed in place
   * @throws IllegalStateException if a row names none of the table, or one that is such a row
   *     itself
   */
  static JsonNode resolve(JsonNode table) {
    table
        .path("models")
        .properties()
        .forEach(
            row -> {
              if (row.getValue().has(KEY)) {
                resolve(row.getKey(), (ObjectNode) row.getValue(), table);
              }
            });
    return table;
  }

  private static void resolve(String name, ObjectNode row, JsonNode table) {
    String same = row.path(KEY).asText();
    JsonNode other = table.path("models").path(same);
    if (!other.isObject() || other.has(KEY)) {
      throw new IllegalStateException(
          "models/"
              + name
              + "/same_as is '"
              + same
              + "', but must name a model of the table that has columns of its own");
    }
    ObjectNode own = row.deepCopy().without(KEY);
    row.removeAll();
    row.setAll((ObjectNode) other.deepCopy());
    row.setAll(own);
    for (JsonNode member : table.path("members")) {
      if (CapabilityTable.contains(member.path("models"), same)
          && !CapabilityTable.contains(member.path("models"), name)) {
        ((ArrayNode) member.path("models")).add(name);
      }
    }
  }
}
