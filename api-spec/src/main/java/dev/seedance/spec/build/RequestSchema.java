package dev.seedance.spec.build;

import static dev.seedance.spec.build.Keywords.ref;
import static dev.seedance.spec.build.Keywords.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON Schema (2020-12) of a generation request under one revision, made from its capability
 * table.
 *
 * <p>Each rule that a schema can express is one definition of the rule's name, so that the schema
 * location of every error names the rule that is broken.
 */
final class RequestSchema {

  /** Sent, and not blank; what a wrong type makes of it is {@code field.type}'s to say. */
  static final ObjectNode PRESENT =
      schema("not", schema("type", "null"), "pattern", Patterns.VISIBLE);

  private final CapabilityTable table;
  private final Map<String, JsonNode> rules = new LinkedHashMap<>();
  private final ObjectNode definitions = schema();

  private RequestSchema(CapabilityTable table, JsonNode rules) {
    this.table = table;
    rules.required("rules").forEach(rule -> this.rules.put(rule.required("id").asText(), rule));
    for (MemberRow row : table.memberRows()) {
      row.rules().forEach(rule -> this.rules.put(rule.required("id").asText(), rule));
    }
  }

  /**
   * Writes the schema.
   *
   * @param table a capability table
   * @param openApi the OpenAPI document, for the types of the members
   * @param rules the list of rules, for the words
   * @throws IllegalStateException if a rule is expressed though the list says that it is not
   */
  static ObjectNode of(JsonNode table, JsonNode openApi, JsonNode rules) {
    var capabilities = new CapabilityTable(table);
    var schema = new RequestSchema(capabilities, rules);
    schema.rule("json.not-an-object", schema("type", "object"));
    schema.rule(
        "field.type",
        new WireTypes(openApi)
            .of("GenerationRequest", capabilities.texts("fields"), capabilities.memberRows()));
    new ModelRules(capabilities).addTo(schema);
    new MediaRules(capabilities).addTo(schema);
    new ReviewRules(capabilities).addTo(schema);
    new OperationRules(capabilities).addTo(schema);
    capabilities.memberRows().forEach(row -> row.addTo(schema, capabilities));
    return schema.document();
  }

  /** Adds what a rule asks for. */
  void rule(String id, ObjectNode constraint) {
    JsonNode rule = rules.get(id);
    if (rule == null || rule.path("schema").asText().equals("not")) {
      throw new IllegalStateException("rules.yaml says that no schema expresses '" + id + "'");
    }
    ObjectNode definition =
        schema("title", id, "description", rule.required("when").asText(), "x-rule", id);
    if (rule.has("why")) {
      definition.set("$comment", rule.path("why"));
    }
    definitions.set(id, definition.setAll(constraint));
  }

  /** Adds what a rule asks for, if the revision has the rule. */
  void rule(String id, Optional<ObjectNode> constraint) {
    constraint.ifPresent(present -> rule(id, present));
  }

  private ObjectNode document() {
    ObjectNode document =
        schema(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "$id",
            "urn:seedance-toolkit:generation-request:" + table.revision(),
            "$comment",
            "Generated from the capability table of the revision; do not edit.",
            "title",
            "Generation request, contract revision " + table.revision(),
            "description",
            "Each definition is the rule of its name. x-rules-not-expressed lists what a schema"
                + " can't say, so a request that passes here may still be refused.",
            "x-revision",
            table.revision());
    document.set("x-rules-not-expressed", notExpressed());
    ArrayNode all = document.putArray("allOf");
    ObjectNode ordered = document.putObject("$defs");
    for (String id : rules.keySet()) {
      if (definitions.has(id)) {
        all.add(ref(id));
        ordered.set(id, definitions.get(id));
      }
    }
    return document;
  }

  private ObjectNode notExpressed() {
    ObjectNode reasons = schema();
    rules.forEach(
        (id, rule) -> {
          if (!rule.path("schema").asText().equals("fully")) {
            reasons.set(id, rule.required("why"));
          }
        });
    return reasons;
  }
}
