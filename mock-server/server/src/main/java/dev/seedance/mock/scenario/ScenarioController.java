package dev.seedance.mock.scenario;

import dev.seedance.mock.error.ApiException;
import dev.seedance.mock.error.ErrorCode;
import dev.seedance.mock.json.StrictJson;
import dev.seedance.mock.sandbox.Sandbox;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** The scenarios of a sandbox on the control plane. */
@Controller("/_mock/scenarios")
final class ScenarioController {

  @Get
  byte[] list(Sandbox sandbox) {
    return StrictJson.write(new ScenarioList(sandbox.scenarios().all(), BuiltInScenarios.all()));
  }

  @Post(consumes = MediaType.ALL)
  byte[] register(Sandbox sandbox, @Body(defaultValue = "") byte[] body) {
    try {
      Scenario scenario = StrictJson.read(body, Scenario.class);
      sandbox.scenarios().register(scenario);
      return StrictJson.write(scenario);
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "this is no scenario that can be registered: " + e.getMessage());
    }
  }

  @Delete
  HttpResponse<?> clear(Sandbox sandbox) {
    sandbox.scenarios().clear();
    return HttpResponse.noContent();
  }

  @Delete("/{name}")
  HttpResponse<?> remove(Sandbox sandbox, String name) {
    if (!sandbox.scenarios().remove(name)) {
      throw new ApiException(
          ErrorCode.NOT_FOUND,
          "this sandbox has no scenario '"
              + name
              + "' of its own; GET /_mock/scenarios lists them");
    }
    return HttpResponse.noContent();
  }
}
