package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The scenarios that requests of a sandbox can choose.
 *
 * @param scenarios the sandbox's own, in the order in which their matches are tried
 * @param builtIn the built-in ones, which every sandbox has
 */
@JsonNaming(SnakeCaseStrategy.class)
record ScenarioList(List<Scenario> scenarios, List<Scenario> builtIn) {}
