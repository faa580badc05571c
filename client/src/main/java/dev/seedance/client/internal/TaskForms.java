package dev.seedance.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The forms in which servers send a task, beside that of the contract. */
public final class TaskForms {

  private TaskForms() {}

  /**
   * Returns a task in the form of the contract. Its id may have come as {@code task_id}, and all of
   * it in the {@code data} of an envelope. Other JSON is returned as it is.
   */
  public static JsonNode contractual(JsonNode json) {
    if (isId(json.path("id"))) {
      return json;
    }
    JsonNode id = json.path("task_id");
    if (isId(id)) {
      return json.<ObjectNode>deepCopy().set("id", id);
    }
    JsonNode inside = json.path("data");
    return isId(inside.path("id")) || isId(inside.path("task_id")) ? contractual(inside) : json;
  }

  /** Returns true for a name that a server may give to a task: a text, or a number. */
  private static boolean isId(JsonNode value) {
    return value.isIntegralNumber() || (value.isTextual() && !value.textValue().isBlank());
  }
}
