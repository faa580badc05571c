package dev.seedance.spec.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Writes pieces of JSON Schema: one method for each combination of keywords that rules need. */
final class Keywords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Keywords() {}

  /**
   * An object of keyword and value in turn; a value is a node or anything that Jackson can write.
   */
  static ObjectNode schema(Object... keywordsAndValues) {
    ObjectNode schema = JSON.createObjectNode();
    for (int i = 0; i < keywordsAndValues.length; i += 2) {
      schema.set((String) keywordsAndValues[i], JSON.valueToTree(keywordsAndValues[i + 1]));
    }
    return schema;
  }

  static ObjectNode allOf(Collection<ObjectNode> schemas) {
    return schemas.size() == 1 ? schemas.iterator().next() : schema("allOf", schemas);
  }

  static ObjectNode anyOf(ObjectNode... schemas) {
    return schema("anyOf", List.of(schemas));
  }

  static ObjectNode not(JsonNode schema) {
    return schema("not", schema);
  }

  static ObjectNode ifThen(JsonNode condition, JsonNode consequence) {
    return schema("if", condition, "then", consequence);
  }

  static ObjectNode ref(String definition) {
    return schema("$ref", "#/$defs/" + definition);
  }

  /** Holds a member to a schema if it is sent. */
  static ObjectNode member(String name, JsonNode schema) {
    return schema("properties", schema(name, schema));
  }

  /** Holds several members to the same schema. */
  static ObjectNode members(Collection<String> names, JsonNode schema) {
    return allOf(names.stream().map(name -> member(name, schema)).toList());
  }

  /** Asks for a member and holds it to a schema. */
  static ObjectNode required(String name, JsonNode schema) {
    return schema("required", List.of(name), "properties", schema(name, schema));
  }

  /** Holds every element of a list to a schema. */
  static ObjectNode elements(String list, JsonNode schema) {
    return member(list, schema("items", schema));
  }

  /** Text that is one of these; other types are left to {@code field.type}. */
  static ObjectNode textIn(JsonNode values) {
    return values.isEmpty()
        ? not(schema("type", "string"))
        : ifThen(schema("type", "string"), schema("enum", values));
  }

  /** The same for text that is not blank, where blank is a rule of its own. */
  static ObjectNode visibleTextIn(JsonNode values) {
    ObjectNode visible = schema("type", "string", "pattern", Patterns.VISIBLE);
    return values.isEmpty() ? not(visible) : ifThen(visible, schema("enum", values));
  }

  /** A list that is sent and has elements; a value of a wrong type counts as such. */
  static ObjectNode filled(String list) {
    return required(list, schema("not", schema("type", "null"), "minItems", 1));
  }

  static ObjectNode filledAny(String... lists) {
    return anyOf(Arrays.stream(lists).map(Keywords::filled).toArray(ObjectNode[]::new));
  }
}
