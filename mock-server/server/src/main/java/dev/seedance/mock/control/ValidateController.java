package dev.seedance.mock.control;

import dev.seedance.mock.generation.Validator;
import dev.seedance.validator.ValidationReport;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** Validates a request without submitting it. */
@Controller("/_mock/validate")
final class ValidateController {

  private final Validator validator;

  ValidateController(Validator validator) {
    this.validator = validator;
  }

  /** Returns the report, with status 200 for an invalid request too. */
  @Post(consumes = MediaType.ALL)
  ValidationReport validate(@Body(defaultValue = "") byte[] body) {
    return validator.validate(body);
  }
}
