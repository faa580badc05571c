package dev.seedance.mock.testkit;

/**
 * Something that the validator has against a request.
 *
 * @param rule the rule's id, such as {@code duration.unsupported}
 * @param severity {@code error} or {@code warning}
 * @param pointer a JSON pointer to the member
 * @param message for people
 */
public record Violation(String rule, String severity, String pointer, String message) {

  static Violation of(JsonObject json) {
    return new Violation(
        json.text("rule"), json.text("severity"), json.text("pointer"), json.text("message"));
  }
}
