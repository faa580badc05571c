package dev.seedance.validator.internal;

import org.jspecify.annotations.Nullable;

/**
 * A place in a request: a member, an element of its list, a member of that element.
 *
 * @param index of the element, -1 for the member itself
 */
public record At(Member member, int index, @Nullable String child) {

  /** The member itself. */
  public static At member(Member member) {
    return new At(member, -1, null);
  }

  /** An element of the member's list. */
  public static At element(Member member, int index) {
    return new At(member, index, null);
  }

  /** A member of an element of the member's list. */
  public static At child(Member member, int index, String child) {
    return new At(member, index, child);
  }

  /** The id inside {@code metadata}. */
  public static At metadataId() {
    return new At(Member.METADATA, -1, Member.CLIENT_BUSINESS_ID.json());
  }

  /** RFC 6901. */
  public String pointer() {
    String pointer = member.pointer();
    if (index >= 0) {
      pointer += "/" + index;
    }
    return child == null ? pointer : pointer + '/' + child;
  }
}
