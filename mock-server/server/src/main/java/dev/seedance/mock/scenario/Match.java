package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a scenario takes without being asked for. What is absent matches everything, so
 * that an empty match takes every request.
 *
 * @param model pattern of the model's name
 * @param prompt pattern of the prompt; a request without one does not match
 * @param clientBusinessId pattern of the caller's own id; a request without one does not match
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Match(@Nullable Glob model, @Nullable Glob prompt, @Nullable Glob clientBusinessId) {

  /**
   * What a match looks at.
   *
   * @param model the model's name
   * @param prompt the prompt, null where there is none
   * @param clientBusinessId the caller's own id, null where there is none
   */
  public record Facts(String model, @Nullable String prompt, @Nullable String clientBusinessId) {}

  boolean takes(Facts facts) {
    return fits(model, facts.model())
        && fits(prompt, facts.prompt())
        && fits(clientBusinessId, facts.clientBusinessId());
  }

  private static boolean fits(@Nullable Glob glob, @Nullable String value) {
    return glob == null || (value != null && glob.matches(value));
  }
}
