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

  /** Reads from the structural findings what could not be read. */
  public Unreadable(List<Finding> structural) {
    pointers =
        structural.stream()
            .filter(finding -> finding.rule() == Rule.FIELD_TYPE)
            .map(Finding::pointer)
            .collect(Collectors.toSet());
  }

  /** Whether the finding only repeats that a member could not be read. */
  public boolean explains(Finding finding) {
    return pointers.stream()
        .anyMatch(
            pointer ->
                isWithin(finding.pointer(), pointer)
                    || MISSING.getOrDefault(finding.rule(), Set.of()).stream()
                        .anyMatch(member -> isWithin(pointer, member.pointer())));
  }

  private static boolean isWithin(String pointer, String outer) {
    return pointer.startsWith(outer)
        && (pointer.length() == outer.length() || pointer.charAt(outer.length()) == '/');
  }

  private static Set<Member> media() {
    return EnumSet.of(
        Member.IMAGE_URLS,
        Member.IMAGE_WITH_ROLES,
        Member.VIDEO_WITH_ROLES,
        Member.AUDIO_WITH_ROLES);
  }
}
