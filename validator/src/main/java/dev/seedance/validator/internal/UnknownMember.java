package dev.seedance.validator.internal;

import dev.seedance.validator.internal.json.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes members that an object does not have: what they were probably meant to be, or since
 * when. One that a later revision knows is never called useless.
 *
 * @param revision the revision of the contract
 * @param known the members that the object has
 * @param later the members that later revisions brought, each with the oldest that knows it
 */
public record UnknownMember(String revision, List<String> known, Map<String, String> later) {

  /** Takes the members of an object that is the same in every revision. */
  public UnknownMember(List<String> known) {
    this("", known, Map.of());
  }

  /** Describes a member. */
  public Finding describe(Finding finding, String name, @Nullable Object value) {
    Finding named = finding.value(value).with("field", Wording.quote(name));
    String since = later.get(name);
    if (since != null) {
      return named.variant("later").with("revision", revision).with("since", since);
    }
    Optional<String> hint = Suggestion.nearest(name, value, known);
    if (hint.isPresent()) {
      return named.variant("hint").with("hint", hint.get());
    }
    return Suggestion.nearest(name, value, List.copyOf(later.keySet()))
        .map(
            laterHint ->
                named
                    .variant("later-hint")
                    .with("hint", laterHint)
                    .with("since", Objects.requireNonNull(later.get(laterHint))))
        .orElse(named);
  }
}
