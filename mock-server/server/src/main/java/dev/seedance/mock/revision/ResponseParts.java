package dev.seedance.mock.revision;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The parts that responses have beyond the first revision: {@code responses} of the capability
 * table.
 *
 * @param billing true if a task tells what it costs
 * @param unlimitedBalance what a balance gives as left, in dollars, if spending is not limited
 */
public record ResponseParts(boolean billing, double unlimitedBalance) {

  static ResponseParts of(JsonNode row) {
    return new ResponseParts(
        row.path("billing").asBoolean(), row.path("unlimited_balance").asDouble());
  }
}
