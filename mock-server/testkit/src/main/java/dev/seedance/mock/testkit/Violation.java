package dev.seedance.mock.testkit;

import java.util.Optional;

/**
 * Something that the validator has against a request.
 *
 * @param rule the rule's id, such as {@code duration.unsupported}
 * @param severity {@code error} or {@code warning}
 * @param pointer a JSON pointer to the member
 * @param message for people
 * @param acceptedSince the oldest newer revision of the contract that reports nothing there; empty
 *     when none is known
 */
public record Violation(
    String rule, String severity, String pointer, String message, Optional<String> acceptedSince) {

  static Violation of(JsonObject json) {
    return new Violation(
        json.text("rule"),
        json.text("severity"),
        json.text("pointer"),
        json.text("message"),
        json.optionalText("accepted_since"));
  }
}
