package dev.seedance.spec.build;

import static dev.seedance.spec.build.Keywords.ifThen;
import static dev.seedance.spec.build.Keywords.not;
import static dev.seedance.spec.build.Keywords.required;
import static dev.seedance.spec.build.Keywords.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** A capability table, as the schema asks it. */
record CapabilityTable(JsonNode root) {

  String revision() {
    return root.required("revision").asText();
  }

  /** A list of names that the table must have. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    root.required(key).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  List<MemberRow> memberRows() {
    return MemberRow.of(root);
  }

  /** Returns the row of a member that the table must have. */
  MemberRow memberRow(String name) {
    return new MemberRow(name, root.required("members").required(name));
  }

  ArrayNode modelNames() {
    return names(model -> true);
  }

  /** A list that the table may leave out. */
  JsonNode list(String key) {
    return list(root, key);
  }

  static JsonNode list(JsonNode row, String key) {
    return row.path(key).isArray() ? row.path(key) : JsonNodeFactory.instance.arrayNode();
  }

  /** Returns all that any of the models has in a column, each once. */
  Set<JsonNode> union(String column) {
    Set<JsonNode> union = new LinkedHashSet<>();
    models().forEach((name, row) -> list(row, column).forEach(union::add));
    return union;
  }

  /**
   * Holds the requests of each model to what its row asks for; rows that ask for the same share one
   * condition.
   *
   * @return empty if no row asks for anything, which means that the revision has no such rule
   */
  Optional<ObjectNode> perModel(Function<JsonNode, Optional<ObjectNode>> constraint) {
    return perModel((name, row) -> constraint.apply(row));
  }

  /** Does the same for constraints that go by the model's name. */
  Optional<ObjectNode> perModel(BiFunction<String, JsonNode, Optional<ObjectNode>> constraint) {
    Map<ObjectNode, ArrayNode> byConstraint = new LinkedHashMap<>();
    models()
        .forEach(
            (name, row) ->
                constraint
                    .apply(name, row)
                    .ifPresent(
                        asked ->
                            byConstraint
                                .computeIfAbsent(asked, key -> JsonNodeFactory.instance.arrayNode())
                                .add(name)));
    return byConstraint.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Keywords.allOf(
                byConstraint.entrySet().stream()
                    .map(entry -> ifThen(modelIn(entry.getValue()), entry.getKey()))
                    .toList()));
  }

  /**
   * Applies a schema to every request but those of models whose column lacks a value: there, using
   * the value is a violation already. Requests of unknown models are held to it.
   */
  ObjectNode exceptWhereLacking(String column, String value, ObjectNode schema) {
    return except(row -> !contains(list(row, column), value), schema);
  }

  /**
   * Applies a schema to every request but those of models whose row has a property. Requests of
   * unknown models are held to it.
   */
  ObjectNode except(Predicate<JsonNode> property, ObjectNode schema) {
    ArrayNode exempt = names(property);
    return exempt.isEmpty() ? schema : ifThen(not(modelIn(exempt)), schema);
  }

  static ObjectNode modelIn(JsonNode names) {
    return required("model", schema("enum", names));
  }

  static boolean contains(JsonNode list, String value) {
    for (JsonNode element : list) {
      if (element.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private ArrayNode names(Predicate<JsonNode> property) {
    return names((name, row) -> property.test(row));
  }

  /** Returns the names of the models that have a property. */
  ArrayNode names(BiPredicate<String, JsonNode> property) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    models()
        .forEach(
            (name, row) -> {
              if (property.test(name, row)) {
                names.add(name);
              }
            });
    return names;
  }

  private Map<String, JsonNode> models() {
    Map<String, JsonNode> models = new LinkedHashMap<>();
    root.required("models").properties().forEach(row -> models.put(row.getKey(), row.getValue()));
    return models;
  }
}
