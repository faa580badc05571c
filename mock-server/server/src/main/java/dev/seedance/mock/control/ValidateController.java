package dev.seedance.mock.control;

import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.validator.ValidationReport;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** Validates a request without submitting it. */
@Controller("/_mock/validate")
final class ValidateController {

  private final Revisions revisions;

  ValidateController(Revisions revisions) {
    this.revisions = revisions;
  }

  /** Returns the report, with status 200 for an invalid request too. */
  @Post(consumes = MediaType.ALL)
  ValidationReport validate(
      Sandbox sandbox,
      @Nullable @Header(Revisions.HEADER) String revision,
      @Body(defaultValue = "") byte[] body) {
    return revisions.of(sandbox, revision).validate(body);
  }
}
