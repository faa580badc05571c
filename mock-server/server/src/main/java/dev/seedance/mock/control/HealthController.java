package dev.seedance.mock.control;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Reports that the server runs. Needs no key, so that a script can wait for the server. */
@Controller("/_mock/health")
final class HealthController {

  @Introspected
  record Health(String status, String revision) {}

  private final Health health;

  HealthController(OptionValues options) {
    this.health = new Health("ok", options.get(MockOptions.REVISION));
  }

  @Get
  Health health() {
    return health;
  }
}
