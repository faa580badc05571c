package dev.seedance.validator.internal;

import org.jspecify.annotations.Nullable;

/**
 * The location of a violation in a request: a member, an element of its list, a member of that
 * element.
 *
 * @param member name of the member on the wire
 * @param index of the element, -1 for the member itself
 * @param child name of the member of the element, {@code null} for the element itself
 */
public record Location(String member, int index, @Nullable String child) {

  /** Locates a member. */
  public static Location member(Member member) {
    return member(member.json());
  }

  /** Locates a member by its name on the wire. */
  public static Location member(String name) {
    return new Location(name, -1, null);
  }

  /** Locates an element of a member's list. */
  public static Location element(Member member, int index) {
    return new Location(member.json(), index, null);
  }

  /** Locates a member of an element of a member's list. */
  public static Location child(Member member, int index, String child) {
    return new Location(member.json(), index, child);
  }

  /** Locates the id inside {@code metadata}. */
  public static Location metadataId() {
    return new Location(Member.METADATA.json(), -1, Member.CLIENT_BUSINESS_ID.json());
  }

  /** Returns the RFC 6901 pointer. */
  public String pointer() {
    String pointer = '/' + member;
    if (index >= 0) {
      pointer += "/" + index;
    }
    return child == null ? pointer : pointer + '/' + child;
  }

  /** Returns the name that the member has in Java: {@code aspectRatio} for {@code aspect_ratio}. */
  public String property() {
    var property = new StringBuilder();
    for (int i = 0; i < member.length(); i++) {
      boolean upper = i > 0 && member.charAt(i - 1) == '_';
      char c = member.charAt(i);
      if (c != '_') {
        property.append(upper ? Character.toUpperCase(c) : c);
      }
    }
    return property.toString();
  }
}
