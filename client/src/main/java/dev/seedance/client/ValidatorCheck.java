package dev.seedance.client;

import dev.seedance.client.internal.Json;
import dev.seedance.client.model.Violation;
import dev.seedance.validator.RequestValidator;
import java.util.List;

/**
 * A check by the toolkit's validator. {@link RequestChecks} loads it only if the validator is on
 * the class path.
 */
final class ValidatorCheck implements RequestCheck {

  private final RequestValidator validator;

  private ValidatorCheck(RequestValidator validator) {
    this.validator = validator;
  }

  static RequestCheck ofDefaultRevision() {
    return new ValidatorCheck(RequestValidator.create());
  }

  static RequestCheck ofRevision(String revision) {
    return new ValidatorCheck(RequestValidator.builder().revision(revision).build());
  }

  @Override
  public List<Violation> check(byte[] json) {
    return validator.validate(json).violations().stream()
        .map(violation -> Json.MAPPER.convertValue(violation, Violation.class))
        .toList();
  }
}
