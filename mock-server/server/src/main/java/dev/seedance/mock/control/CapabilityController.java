package dev.seedance.mock.control;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Shows the capabilities of the models: the table that the validator uses. */
@Controller("/_mock/capabilities")
final class CapabilityController {

  private final Capabilities capabilities;

  CapabilityController(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  @Get
  byte[] show() {
    return capabilities.json();
  }
}
