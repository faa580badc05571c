package dev.seedance.mock.control;

import dev.seedance.mock.revision.Revisions;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Shows the capabilities of the models: the table of the sandbox's revision. */
@Controller("/_mock/capabilities")
final class CapabilityController {

  private final Revisions revisions;

  CapabilityController(Revisions revisions) {
    this.revisions = revisions;
  }

  @Get
  byte[] show(Sandbox sandbox) {
    return revisions.of(sandbox).table();
  }
}
