package dev.seedance.spec.build;

import static dev.seedance.spec.build.Keywords.member;
import static dev.seedance.spec.build.Keywords.schema;
import static dev.seedance.spec.build.Keywords.textIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member of a request that is a row of the capability table and nothing else: a switch, or text
 * out of a list of values. Its rules come with it.
 *
 * @param name the name on the wire
 * @param row the row below {@code members}
 */
record MemberRow(String name, JsonNode row) {

  /** Reads the rows of a table, which may have none. */
  static List<MemberRow> of(JsonNode table) {
    List<MemberRow> rows = new ArrayList<>();
    table
        .path("members")
        .properties()
        .forEach(row -> rows.add(new MemberRow(row.getKey(), row.getValue())));
    return rows;
  }

  /** Returns the rules of the row as {@code rules.yaml} would list them. */
  List<ObjectNode> rules() {
    List<ObjectNode> rules = new ArrayList<>();
    if (!isSwitch()) {
      rules.add(rule(".unsupported", name, "The value is none of those of `" + name + "`."));
    }
    if (row.has("was")) {
      rules.add(
          rule(".renamed", oldName(), "The member has its old name; it is `" + name + "` now."));
    }
    return rules;
  }

  private ObjectNode rule(String ending, String member, String when) {
    return schema(
        "id",
        name.replace('_', '-') + ending,
        "severity",
        "error",
        "pointers",
        List.of("/" + member),
        "when",
        when,
        "schema",
        "fully");
  }

  /** Adds what the rules of the row ask for. */
  void addTo(RequestSchema schema, CapabilityTable table) {
    String id = name.replace('_', '-');
    if (!isSwitch()) {
      ObjectNode oneOfItsValues = member(name, textIn(row.path("values")));
      schema.rule(id + ".unsupported", perOwner(table, oneOfItsValues));
    }
    if (row.has("was")) {
      schema.rule(id + ".renamed", member(oldName(), schema("type", "null")));
    }
  }

  /** Holds requests of the models that have the member to a schema. */
  Optional<ObjectNode> perOwner(CapabilityTable table, ObjectNode constraint) {
    return table.perModel(
        (model, columns) -> isExposedBy(model) ? Optional.of(constraint) : Optional.empty());
  }

  /** Returns the schema of the member's type; {@code null} counts as absent. */
  ObjectNode type() {
    return schema("description", row.required("about"), "type", List.of(typeName(), "null"));
  }

  private boolean isSwitch() {
    return !row.has("values");
  }

  private String oldName() {
    return row.path("was").asText();
  }

  private String typeName() {
    return isSwitch() ? "boolean" : "string";
  }

  /** Returns true if a model has the member. */
  boolean isExposedBy(String model) {
    return !row.has("models") || CapabilityTable.contains(row.path("models"), model);
  }
}
