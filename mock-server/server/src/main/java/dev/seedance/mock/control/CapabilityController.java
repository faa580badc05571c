package dev.seedance.mock.control;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.spec.ApiSpec;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Shows the capabilities of the models: the table that the validator uses. */
@Controller("/_mock/capabilities")
final class CapabilityController {

  private final String revision;

  CapabilityController(OptionValues options) {
    this.revision = options.get(MockOptions.REVISION);
  }

  @Get
  byte[] capabilities() {
    try (InputStream table = ApiSpec.capabilities(revision).openStream()) {
      return table.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the capabilities of " + revision, e);
    }
  }
}
