package dev.seedance.spec.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of every rule: those of {@code rules.yaml}, then those of rows of the tables. */
final class RuleList {

  private RuleList() {}

  /** Returns the document with the rules of rows, each once. */
  static ObjectNode of(JsonNode rules, List<JsonNode> tables) {
    Map<String, ObjectNode> ofRows = new LinkedHashMap<>();
    for (JsonNode root : tables) {
      var table = new CapabilityTable(root);
      for (MemberRow row : table.memberRows()) {
        row.rules().forEach(rule -> ofRows.putIfAbsent(rule.required("id").asText(), rule));
      }
    }
    ObjectNode document = rules.deepCopy();
    ((ArrayNode) document.required("rules")).addAll(ofRows.values());
    return document;
  }
}
