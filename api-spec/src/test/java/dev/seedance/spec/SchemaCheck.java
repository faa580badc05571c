package dev.seedance.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;

/** Validates documents against the named schemas of an OpenAPI document. */
final class SchemaCheck {

  private static final String BASE = "https://seedance.example/openapi.json";

  private final SchemaRegistry registry;

  private SchemaCheck(JsonNode root) {
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(BASE, root.toString())));
  }

  /** Also refuses members that a schema does not name, so that an example can't have a typo. */
  static SchemaCheck strict(OpenApiDocument spec) {
    var copy = new OpenApiDocument(spec.root().deepCopy());
    copy.schemas()
        .filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
        .toList()
        .forEach(schema -> ((ObjectNode) schema.node()).put("additionalProperties", false));
    return new SchemaCheck(copy.root());
  }

  /** Returns the faults of the document, empty if it is valid. */
  List<String> faults(String schema, JsonNode document) {
    return registry
        .getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema))
        .validate(document)
        .stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
        .toList();
  }
}
