package dev.seedance.mock.scenario;

import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;

/** The scenarios of a sandbox on the control plane. */
@Controller("/_mock/scenarios")
final class ScenarioController {

  private final ScenarioControl scenarios;

  ScenarioController(ScenarioControl scenarios) {
    this.scenarios = scenarios;
  }

  @Get
  byte[] list(Sandbox sandbox) {
    return scenarios.list(sandbox);
  }

  @Post(consumes = MediaType.ALL)
  byte[] register(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    return scenarios.register(sandbox, body);
  }

  @Delete
  @Status(HttpStatus.NO_CONTENT)
  void clear(Sandbox sandbox) {
    scenarios.clear(sandbox);
  }

  @Delete("/{name}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Sandbox sandbox, String name) {
    scenarios.remove(sandbox, name);
  }
}
