package dev.seedance.validator.internal;

import dev.seedance.validator.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps one fault at one violation where a member of a wrong type was left out of the request:
 * drops what the rules say of that member, and what they conclude from its absence.
 */
public final class Unreadable {

  /** Rules that speak up because something is missing, and what that is. */
  private static final Map<Rule, Set<Member>> MISSING =
      Map.of(
          Rule.PROMPT_REQUIRED, media(),
          Rule.MEDIA_MODE_NEEDS_FIRST_FRAME, EnumSet.of(Member.IMAGE_WITH_ROLES),
          Rule.LAST_FRAME_WITHOUT_FIRST, EnumSet.of(Member.IMAGE_WITH_ROLES),
          Rule.AUDIO_WITHOUT_VISUAL, media(),
          Rule.CLIENT_BUSINESS_ID_PREFER_TOP_LEVEL, EnumSet.of(Member.CLIENT_BUSINESS_ID),
          Rule.TRACE_ID_WITHOUT_CALLBACK, EnumSet.of(Member.CALLBACK_URL));

  private final Set<String> pointers;
  private final Set<Member> members = EnumSet.noneOf(Member.class);

  /** Reads from the structural findings what could not be read. */
  public Unreadable(List<Finding> structural) {
    pointers =
        structural.stream()
            .filter(finding -> finding.rule() == Rule.FIELD_TYPE)
            .map(Finding::pointer)
            .collect(Collectors.toSet());
    for (String pointer : pointers) {
      Member member = Member.named(pointer.split("/", 3)[1]);
      if (member != null) {
        members.add(member);
      }
    }
  }

  /** Whether the finding only repeats that a member could not be read. */
  public boolean explains(Finding finding) {
    return isUnreadable(finding.pointer())
        || MISSING.getOrDefault(finding.rule(), Set.of()).stream().anyMatch(members::contains);
  }

  private boolean isUnreadable(String pointer) {
    for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      if (pointers.contains(pointer.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static Set<Member> media() {
    return EnumSet.of(
        Member.IMAGE_URLS,
        Member.IMAGE_WITH_ROLES,
        Member.VIDEO_WITH_ROLES,
        Member.AUDIO_WITH_ROLES);
  }
}
