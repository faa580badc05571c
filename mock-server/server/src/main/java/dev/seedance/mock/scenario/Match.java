package dev.seedance.mock.scenario;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A condition on requests that a scenario applies to unasked. An absent pattern matches everything,
 * so that an empty match applies to every request.
 *
 * @param model pattern of the model's name
 * @param prompt pattern of the prompt; a request without one does not match
 * @param clientBusinessId pattern of the caller's own id; a request without one does not match
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Match(@Nullable Glob model, @Nullable Glob prompt, @Nullable Glob clientBusinessId) {

  /**
   * The facts of a request that a match is about.
   *
   * @param model the model's name
   * @param prompt the prompt, null if there is none
   * @param clientBusinessId the caller's own id, null if there is none
   */
  public record Facts(String model, @Nullable String prompt, @Nullable String clientBusinessId) {

    /** The most characters of a prompt that patterns see: more would take too long. */
    private static final int MAX_PROMPT = 1 << 20;

    /** Cuts a prompt that is very long. */
    public Facts {
      prompt =
          prompt == null || prompt.length() <= MAX_PROMPT
              ? prompt
              : prompt.substring(0, MAX_PROMPT);
    }
  }

  boolean matches(Facts facts) {
    return matches(model, facts.model())
        && matches(prompt, facts.prompt())
        && matches(clientBusinessId, facts.clientBusinessId());
  }

  private static boolean matches(@Nullable Glob glob, @Nullable String value) {
    return glob == null || (value != null && glob.matches(value));
  }
}
