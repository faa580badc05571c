package dev.seedance.validator;

import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Member;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps one fault at one violation if a member of a wrong type was left out of the request: drops
 * what the rules say of that member, and what they conclude from its absence.
 */
final class Unreadable {

  /** Rules that are broken because something is missing, with the members that are missed. */
  private static final Map<String, Set<Member>> MISSING =
      Map.of(
          Rule.PROMPT_REQUIRED.id(), media(),
          Rule.PRIVATE_ASSET_REVIEW_WITHOUT_MEDIA.id(), media(),
          Rule.VIDEO_OPERATION_NEEDS_VIDEO.id(), EnumSet.of(Member.VIDEO_WITH_ROLES),
          Rule.MEDIA_MODE_NEEDS_FIRST_FRAME.id(), EnumSet.of(Member.IMAGE_WITH_ROLES),
          Rule.LAST_FRAME_WITHOUT_FIRST.id(), EnumSet.of(Member.IMAGE_WITH_ROLES),
          Rule.AUDIO_WITHOUT_VISUAL.id(), media(),
          Rule.CLIENT_BUSINESS_ID_PREFER_TOP_LEVEL.id(), EnumSet.of(Member.CLIENT_BUSINESS_ID),
          Rule.TRACE_ID_WITHOUT_CALLBACK.id(), EnumSet.of(Member.CALLBACK_URL));

  private final Set<String> pointers;
  private final Set<Member> members = EnumSet.noneOf(Member.class);

  /** Reads from the structural findings what could not be read. */
  Unreadable(List<Finding> structural) {
    pointers =
        structural.stream()
            .filter(finding -> finding.rule().equals(Rule.FIELD_TYPE.id()))
            .map(Finding::pointer)
            .collect(Collectors.toSet());
    for (String pointer : pointers) {
      Member member = Member.named(pointer.split("/", 3)[1]);
      if (member != null) {
        members.add(member);
      }
    }
  }

  /** Returns true if the finding only repeats that a member could not be read. */
  boolean explains(Finding finding) {
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
