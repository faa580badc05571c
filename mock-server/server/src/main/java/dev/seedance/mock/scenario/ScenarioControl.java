package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.BodyLimit;
import dev.seedance.mock.http.BodySize;
import dev.seedance.mock.http.ControlBody;
import dev.seedance.mock.http.ErrorCode;
import dev.seedance.mock.http.StrictJson;
import dev.seedance.mock.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists, registers and removes the scenarios of a sandbox, as JSON. */
@Singleton
final class ScenarioControl {

  /** The scenarios of a sandbox, in the order in which they are tried, and those of all. */
  @JsonNaming(SnakeCaseStrategy.class)
  record ScenarioList(List<Scenario> scenarios, List<Scenario> builtIn) {}

  /** Far more than a scenario needs, and a hundred of them still fit into memory. */
  private static final BodyLimit LIMIT =
      new BodyLimit(64 << 10, "make the bodies of its faults shorter");

  byte[] list(Sandbox sandbox) {
    return StrictJson.write(
        new ScenarioList(sandbox.get(Scenarios.class).all(), BuiltInScenarios.all()));
  }

  /**
   * Registers a scenario and returns it with its defaults.
   *
   * @param body a {@link Scenario}
   * @throws ApiException 400 if the body is no scenario, or it can't be registered; 413 if it is
   *     too long
   */
  byte[] register(Sandbox sandbox, byte[] body) {
    BodySize.require(body, LIMIT);
    try {
      Scenario scenario = ControlBody.readDocument(body, Scenario.class);
      sandbox.get(Scenarios.class).register(scenario);
      return StrictJson.write(scenario);
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST,
          "this is no scenario that can be registered: " + e.getMessage());
    }
  }

  void clear(Sandbox sandbox) {
    sandbox.get(Scenarios.class).clear();
  }

  /**
   * Removes a scenario.
   *
   * @throws ApiException 404 if the sandbox has no own scenario of this name
   */
  void remove(Sandbox sandbox, String name) {
    if (!sandbox.get(Scenarios.class).remove(name)) {
      throw new ApiException(
          ErrorCode.NOT_FOUND,
          "this sandbox has no scenario '"
              + name
              + "' of its own; GET /_mock/scenarios lists them");
    }
  }
}
