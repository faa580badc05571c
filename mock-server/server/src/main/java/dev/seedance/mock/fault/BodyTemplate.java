package dev.seedance.mock.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON document in which a string such as {@code $/id} stands for the value at this JSON pointer
 * in another document.
 */
final class BodyTemplate {

  private static final String PLACEHOLDER = "$/";

  private BodyTemplate() {}

  /**
   * Fills in a copy of a template.
   *
   * @param template is not changed
   * @param source the document that the pointers read; a place that it lacks gives null
   */
  static JsonNode fill(JsonNode template, JsonNode source) {
    if (template.isTextual() && template.textValue().startsWith(PLACEHOLDER)) {
      JsonNode value = source.at(template.textValue().substring(1));
      return value.isMissingNode() ? NullNode.getInstance() : value;
    }
    JsonNode filled = template.deepCopy();
    if (filled instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(fill(member.getValue(), source)));
    } else if (filled instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, fill(array.get(i), source));
      }
    }
    return filled;
  }
}
