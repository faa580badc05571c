package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What a sandbox can be asked for.
 *
 * @param scenarios its own, in the order in which their matches are tried
 * @param builtIn those of every sandbox
 */
@JsonNaming(SnakeCaseStrategy.class)
record ScenarioList(List<Scenario> scenarios, List<Scenario> builtIn) {}
