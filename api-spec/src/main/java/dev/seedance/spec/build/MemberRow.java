package dev.seedance.spec.build;

import static dev.seedance.spec.build.Keywords.member;
import static dev.seedance.spec.build.Keywords.not;
import static dev.seedance.spec.build.Keywords.schema;
import static dev.seedance.spec.build.Keywords.textIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member of a request that is a row of the capability table and nothing else: a switch, or text
 * out of a list of values. Its rule comes with it.
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

  String ruleId() {
    return name.replace('_', '-') + ".unsupported";
  }

  /** Returns the rule as {@code rules.yaml} would list it. */
  ObjectNode rule() {
    String when =
        isSwitch()
            ? "The switch is sent, on or off, to a model that does not expose it."
            : "The model has no such value, or no `" + name + "` at all.";
    return schema(
        "id",
        ruleId(),
        "severity",
        "error",
        "pointers",
        List.of("/" + name),
        "when",
        when,
        "schema",
        "fully");
  }

  /** Returns the schema of the member's type; {@code null} counts as absent. */
  ObjectNode type() {
    return schema("description", row.required("about"), "type", List.of(typeName(), "null"));
  }

  /** Returns the constraint on requests, empty if every model takes every value. */
  Optional<ObjectNode> constraint(CapabilityTable table) {
    return table.perModel((model, capabilities) -> constraint(model));
  }

  private Optional<ObjectNode> constraint(String model) {
    if (!isExposedBy(model)) {
      return Optional.of(member(name, not(schema("type", typeName()))));
    }
    return isSwitch() ? Optional.empty() : Optional.of(member(name, textIn(row.path("values"))));
  }

  private boolean isSwitch() {
    return !row.has("values");
  }

  private String typeName() {
    return isSwitch() ? "boolean" : "string";
  }

  private boolean isExposedBy(String model) {
    return !row.has("models") || CapabilityTable.contains(row.path("models"), model);
  }
}
