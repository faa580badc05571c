package dev.seedance.spec.build;

import static dev.seedance.spec.build.CapabilityTable.list;
import static dev.seedance.spec.build.Keywords.allOf;
import static dev.seedance.spec.build.Keywords.filled;
import static dev.seedance.spec.build.Keywords.ifThen;
import static dev.seedance.spec.build.Keywords.member;
import static dev.seedance.spec.build.Keywords.not;
import static dev.seedance.spec.build.Keywords.required;
import static dev.seedance.spec.build.Keywords.schema;
import static dev.seedance.spec.build.Keywords.textIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Rules on what an operation asks of the rest of a request. */
final class OperationRules {

  private static final ObjectNode INTEGER = schema("type", "integer");

  private final CapabilityTable table;
  private final JsonNode operations;

  OperationRules(CapabilityTable table) {
    this.table = table;
    operations = table.root().path("operations");
  }

  void addTo(RequestSchema schema) {
    if (operations.isMissingNode()) {
      return;
    }
    schema.rule("video-operation.needs-video", each(OperationRules::video));
    schema.rule("video-operation.duration", each(this::duration));
    schema.rule("video-operation.aspect-ratio", each(OperationRules::aspectRatio));
  }

  /** Holds requests with each operation, to models that have it, to what it asks for. */
  private Optional<ObjectNode> each(BiFunction<JsonNode, JsonNode, Optional<ObjectNode>> rule) {
    MemberRow row = table.memberRow(operations.required("member").asText());
    return table.perModel(
        (model, columns) -> {
          List<ObjectNode> asked = new ArrayList<>();
          if (row.isExposedBy(model)) {
            operations
                .required("values")
                .properties()
                .forEach(
                    operation ->
                        rule.apply(operation.getValue(), columns)
                            .ifPresent(
                                schema -> asked.add(ifThen(is(row, operation.getKey()), schema))));
          }
          return asked.isEmpty() ? Optional.empty() : Optional.of(allOf(asked));
        });
  }

  private static ObjectNode is(MemberRow row, String operation) {
    return required(row.name(), schema("const", operation));
  }

  private static Optional<ObjectNode> video(JsonNode operation, JsonNode columns) {
    return operation.path("needs_video").asBoolean()
        ? Optional.of(filled("video_with_roles"))
        : Optional.empty();
  }

  /** Lengths that the model does not make stay its own rule, unless the operation lists its own. */
  private Optional<ObjectNode> duration(JsonNode operation, JsonNode columns) {
    Set<JsonNode> automatic = automatic(operation, columns);
    if (operation.has("durations")) {
      operation.path("durations").forEach(automatic::add);
      return Optional.of(member("duration", ifThen(INTEGER, schema("enum", automatic))));
    }
    Set<JsonNode> refused = table.union("auto_durations");
    refused.removeAll(automatic);
    list(columns, "durations").forEach(refused::remove);
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(member("duration", not(schema("enum", refused))));
  }

  private static Set<JsonNode> automatic(JsonNode operation, JsonNode columns) {
    Set<JsonNode> automatic = new LinkedHashSet<>();
    list(operation.has("auto_durations") ? operation : columns, "auto_durations")
        .forEach(automatic::add);
    return automatic;
  }

  private static Optional<ObjectNode> aspectRatio(JsonNode operation, JsonNode columns) {
    return operation.has("aspect_ratios")
        ? Optional.of(member("aspect_ratio", textIn(operation.path("aspect_ratios"))))
        : Optional.empty();
  }
}
