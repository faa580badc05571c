package dev.seedance.mock.revision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.validator.GenerationRequest;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a capability table that concern what a validator can't see: what is in the sandbox of
 * a request, and what happens to its task.
 *
 * @param reviewMember the switch of a request that has its files reviewed; null if there is none
 * @param callbackSameOrigin if a {@code callback_url} must have the origin of the sandbox's default
 *     receiver
 */
public record SandboxRules(@Nullable String reviewMember, boolean callbackSameOrigin) {

  static SandboxRules of(JsonNode table) {
    return new SandboxRules(
        table.at("/review/member").textValue(), table.path("callback_same_origin").booleanValue());
  }

  /** Tells if the files of a request are reviewed. */
  public boolean reviews(GenerationRequest request) {
    return reviewMember != null && Boolean.TRUE.equals(request.tableMembers().get(reviewMember));
  }
}
