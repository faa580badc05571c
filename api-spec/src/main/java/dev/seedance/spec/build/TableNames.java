package dev.seedance.spec.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The names in a capability table that must be those of something else in it. */
final class TableNames {

  private final JsonNode table;
  private final JsonNode frameSizes;
  private final Set<String> models;
  private final Set<String> ratios;
  private final List<String> faults = new ArrayList<>();

  /** Reads a table that has the right form. */
  TableNames(JsonNode table, JsonNode frameSizes) {
    this.table = table;
    this.frameSizes = frameSizes;
    models = keys(table.path("models"));
    ratios = texts(table.path("aspect_ratios"));
  }

  /** Returns each key that holds a name of nothing, and what was expected there. */
  List<String> faults() {
    entries("members").forEach(row -> checkMember(row.getKey(), row.getValue()));
    Set<String> members = new LinkedHashSet<>(texts(table.path("fields")));
    members.addAll(keys(table.path("members")));
    entries("models")
        .forEach(
            row -> {
              String at = "/models/" + row.getKey();
              expect(at + "/frame_aspect_ratios", row.getValue(), "frame_aspect_ratios", ratios);
              expect(
                  at + "/resolutions",
                  row.getValue(),
                  "resolutions",
                  keys(frameSizes),
                  " of frame-sizes.yaml");
              expect(at + "/undocumented", row.getValue(), "undocumented", members);
            });
    checkDefaultRatio();
    checkReview();
    checkOperations();
    return faults;
  }

  private void checkMember(String name, JsonNode row) {
    String at = "/members/" + name;
    expect(at + "/models", row, "models", models);
    if (texts(table.path("fields")).contains(name)) {
      faults.add(at + ": is one of `fields` already; a member is a field or a row, not both");
    }
    if (texts(table.path("fields")).contains(row.path("was").asText())
        || table.path("members").has(row.path("was").asText())) {
      faults.add(at + "/was: must be no member of this revision");
    }
    JsonNode value = row.path("default");
    if (!value.isMissingNode()
        && row.has("values")
        && !texts(row.path("values")).contains(value.asText())) {
      faults.add(at + "/default: must be one of its values, not " + value);
    }
    if (!value.isMissingNode() && row.has("values") == value.isBoolean()) {
      faults.add(at + "/default: must be true or false for a switch, and text for one of `values`");
    }
  }

  private void checkDefaultRatio() {
    String ratio = table.path("defaults").path("aspect_ratio").asText();
    if (!ratios.contains(ratio) || frameSizes.findValues(ratio).isEmpty()) {
      faults.add(
          "/defaults/aspect_ratio: must be one of `aspect_ratios` that frame-sizes.yaml has, not '"
              + ratio
              + "'");
    }
  }

  private void checkReview() {
    JsonNode review = table.path("review");
    JsonNode row = table.path("members").path(review.path("member").asText());
    if (!review.isMissingNode() && (row.isMissingNode() || row.has("values"))) {
      faults.add("/review/member: must be a row of `members` that is a switch");
    }
  }

  private void checkOperations() {
    JsonNode operations = table.path("operations");
    if (operations.isMissingNode()) {
      return;
    }
    JsonNode row = table.path("members").path(operations.path("member").asText());
    if (!row.has("values")) {
      faults.add("/operations/member: must be a row of `members` that has `values`");
      return;
    }
    Set<String> owners = row.has("models") ? texts(row.path("models")) : models;
    operations
        .path("values")
        .properties()
        .forEach(
            operation -> {
              String at = "/operations/values/" + operation.getKey();
              if (!texts(row.path("values")).contains(operation.getKey())) {
                faults.add(at + ": must be one of the values of its member");
              }
              expect(at + "/aspect_ratios", operation.getValue(), "aspect_ratios", ratios);
              owners.forEach(model -> checkDurations(at, operation.getValue(), model));
            });
  }

  /** An operation narrows down what a model takes. */
  private void checkDurations(String at, JsonNode operation, String model) {
    JsonNode columns = table.path("models").path(model);
    Stream.of("durations", "auto_durations")
        .forEach(
            key ->
                expect(at + "/" + key, operation, key, texts(columns.path(key)), " of " + model));
  }

  private void expect(String at, JsonNode row, String key, Collection<String> known) {
    expect(at, row, key, known, "");
  }

  private void expect(String at, JsonNode row, String key, Collection<String> known, String of) {
    for (String name : texts(row.path(key))) {
      if (!known.contains(name)) {
        faults.add(at + ": '" + name + "' is unknown; expected some of " + known + of);
      }
    }
  }

  private Set<Map.Entry<String, JsonNode>> entries(String key) {
    return table.path(key).properties();
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
