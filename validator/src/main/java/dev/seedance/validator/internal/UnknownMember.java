package dev.seedance.validator.internal;

import dev.seedance.validator.Capabilities;
import dev.seedance.validator.internal.json.Suggestion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes members that are not known: what they were probably meant to be, or since when. */
public final class UnknownMember {

  private UnknownMember() {}

  /** Describes a member of a request. One that a later revision knows is never called useless. */
  public static Finding describe(
      Finding finding, String name, @Nullable Object value, Capabilities capabilities) {
    LaterMembers later = LaterMembers.after(capabilities.revision());
    Finding named = named(finding, name, value);
    return later
        .knownSince(name)
        .map(
            since ->
                named
                    .variant("later")
                    .with("revision", capabilities.revision())
                    .with("since", since))
        .or(() -> hint(named, name, value, capabilities.fields()))
        .or(() -> laterHint(named, name, value, later))
        .orElse(named);
  }

  /** Describes a member of an object inside of a request. */
  public static Finding describe(
      Finding finding, String name, @Nullable Object value, List<String> known) {
    Finding named = named(finding, name, value);
    return hint(named, name, value, known).orElse(named);
  }

  private static Finding named(Finding finding, String name, @Nullable Object value) {
    return finding.value(value).with("field", Wording.quote(name));
  }

  private static Optional<Finding> hint(
      Finding finding, String name, @Nullable Object value, List<String> known) {
    return Suggestion.nearest(name, value, known)
        .map(hint -> finding.variant("hint").with("hint", hint));
  }

  private static Optional<Finding> laterHint(
      Finding finding, String name, @Nullable Object value, LaterMembers later) {
    return Suggestion.nearest(name, value, later.names())
        .flatMap(
            hint ->
                later
                    .knownSince(hint)
                    .map(
                        since ->
                            finding.variant("later-hint").with("hint", hint).with("since", since)));
  }
}
