package dev.seedance.spec.build;

import static dev.seedance.spec.build.CapabilityTable.list;
import static dev.seedance.spec.build.Keywords.ifThen;
import static dev.seedance.spec.build.Keywords.member;
import static dev.seedance.spec.build.Keywords.members;
import static dev.seedance.spec.build.Keywords.not;
import static dev.seedance.spec.build.Keywords.required;
import static dev.seedance.spec.build.Keywords.schema;
import static dev.seedance.spec.build.Keywords.textIn;
import static dev.seedance.spec.build.Keywords.visibleTextIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules on members that stand for themselves: their values, and which models have them. */
final class ModelRules {

  private static final ObjectNode INTEGER = schema("type", "integer");
  private static final List<String> OUTPUTS = List.of("count", "n");

  private final CapabilityTable table;

  ModelRules(CapabilityTable table) {
    this.table = table;
  }

  void addTo(RequestSchema schema) {
    schema.rule("model.required", required("model", RequestSchema.PRESENT));
    schema.rule("model.unsupported", member("model", visibleTextIn(table.modelNames())));
    schema.rule("duration.unsupported", table.perModel(this::durations));
    schema.rule("duration.auto-unsupported", table.perModel(this::automaticDurations));
    schema.rule("aspect-ratio.unsupported", member("aspect_ratio", textIn(ratios())));
    schema.rule(
        "resolution.unsupported",
        table.perModel(row -> Optional.of(member("resolution", textIn(list(row, "resolutions"))))));
    schema.rule(
        "generate-audio.unsupported", table.perModel(row -> withoutSwitch(row, "generate_audio")));
    schema.rule(
        "return-last-frame.unsupported",
        table.perModel(row -> withoutSwitch(row, "return_last_frame")));
    schema.rule("outputs.unsupported", table.perModel(ModelRules::noOutputs));
    schema.rule("outputs.out-of-range", table.perModel(ModelRules::outputs));
    addCallerRulesTo(schema);
  }

  private void addCallerRulesTo(RequestSchema schema) {
    ObjectNode id =
        schema(
            "pattern", Patterns.VISIBLE,
            "maxLength", table.root().required("max_client_business_id_length"),
            "not", schema("type", "string", "pattern", Patterns.CONTROL));
    schema.rule(
        "client-business-id.invalid",
        Keywords.allOf(
            List.of(
                member("client_business_id", id),
                member("metadata", member("client_business_id", id)))));
    schema.rule(
        "callback-url.invalid",
        member(
            "callback_url",
            schema(
                "pattern", Patterns.callback(),
                "not", schema("type", "string", "pattern", Patterns.OUTSIDE_URLS))));
  }

  private Optional<ObjectNode> durations(JsonNode row) {
    Set<JsonNode> allowed = new LinkedHashSet<>();
    list(row, "durations").forEach(allowed::add);
    list(row, "auto_durations").forEach(allowed::add);
    Set<JsonNode> foreign = foreignAutomaticDurations(row);
    ObjectNode judged = INTEGER.deepCopy();
    if (!foreign.isEmpty()) {
      judged.set("not", schema("enum", foreign));
    }
    return Optional.of(member("duration", ifThen(judged, schema("enum", allowed))));
  }

  private Optional<ObjectNode> automaticDurations(JsonNode row) {
    Set<JsonNode> foreign = foreignAutomaticDurations(row);
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of(member("duration", not(schema("enum", foreign))));
  }

  /** Values that mean "automatic" to other models only: a rule of their own. */
  private Set<JsonNode> foreignAutomaticDurations(JsonNode row) {
    Set<JsonNode> foreign = table.union("auto_durations");
    list(row, "auto_durations").forEach(foreign::remove);
    list(row, "durations").forEach(foreign::remove);
    return foreign;
  }

  private JsonNode ratios() {
    return table.root().required("aspect_ratios");
  }

  private static Optional<ObjectNode> withoutSwitch(JsonNode row, String name) {
    return row.path(name).asBoolean()
        ? Optional.empty()
        : Optional.of(member(name, not(schema("type", "boolean"))));
  }

  private static Optional<ObjectNode> noOutputs(JsonNode row) {
    return row.has("outputs") ? Optional.empty() : Optional.of(members(OUTPUTS, not(INTEGER)));
  }

  private static Optional<ObjectNode> outputs(JsonNode row) {
    if (!row.has("outputs")) {
      return Optional.empty();
    }
    JsonNode range = row.path("outputs");
    ObjectNode bounds = schema("minimum", range.required("min"), "maximum", range.required("max"));
    return Optional.of(members(OUTPUTS, ifThen(INTEGER, bounds)));
  }
}
