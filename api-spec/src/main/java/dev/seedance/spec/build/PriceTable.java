package dev.seedance.spec.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The price list as a response of {@code GET /v1/pricing} has it. */
final class PriceTable {

  private PriceTable() {}

  /** Makes the rows by model of {@code pricing.yaml} the list of a response. */
  static ObjectNode of(JsonNode table) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.set("currency", table.required("currency"));
    ArrayNode data = list.putArray("data");
    SameModels.resolve(table)
        .required("models")
        .properties()
        .forEach(
            row -> {
              ObjectNode model = data.addObject().put("id", row.getKey());
              model.setAll((ObjectNode) row.getValue());
            });
    return list;
  }
}
