package dev.seedance.spec.build;

import static dev.seedance.spec.build.Keywords.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The JSON types of a request's members, as the OpenAPI document and the capability table give
 * them.
 */
final class WireTypes {

  private final JsonNode openApi;

  WireTypes(JsonNode openApi) {
    this.openApi = openApi;
  }

  /** Holds the members of a request to their types; {@code null} counts as absent. */
  ObjectNode of(String schemaName, List<String> fields, List<MemberRow> rows) {
    JsonNode declared = openApi.at("/components/schemas/" + schemaName + "/properties");
    ObjectNode properties = schema();
    for (String field : fields) {
      ObjectNode type = type(declared.required(field), true);
      String description = resolve(declared.required(field)).path("description").asText();
      properties.set(field, schema("description", description.strip()).setAll(type));
    }
    rows.forEach(row -> properties.set(row.name(), row.type()));
    return schema("properties", properties);
  }

  private ObjectNode type(JsonNode reference, boolean nullable) {
    JsonNode declared = resolve(reference);
    String name = declared.required("type").asText();
    ObjectNode type = schema("type", nullable ? List.of(name, "null") : name);
    switch (name) {
      case "integer" -> type.put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE);
      case "array" -> type.set("items", type(declared.required("items"), false));
      case "object" -> type.set("properties", memberTypes(declared.required("properties")));
      default -> {
        // Strings and booleans have nothing below them.
      }
    }
    return type;
  }

  private ObjectNode memberTypes(JsonNode declared) {
    ObjectNode properties = schema();
    declared
        .properties()
        .forEach(member -> properties.set(member.getKey(), type(member.getValue(), true)));
    return properties;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? resolve(openApi.at(node.path("$ref").asText().substring(1))) : node;
  }
}
