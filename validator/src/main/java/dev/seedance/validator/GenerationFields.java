package dev.seedance.validator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a generation request, as our constraints read them.
 *
 * <p>{@link GenerationRequest} is the implementation to use. Implement this on a type of your own
 * to put the constraints of {@code dev.seedance.validator.constraint} on it: a member that your
 * type does not have counts as not sent. Every method may return {@code null}, which means not
 * sent; so does an empty list. Integers may be of any {@link Number} type that fits 64 bits.
 */
public interface GenerationFields {

  default @Nullable String model() {
    return null;
  }

  default @Nullable String prompt() {
    return null;
  }

  default @Nullable String clientBusinessId() {
    return null;
  }

  /** Free-form; only {@code client_business_id} in it means something. */
  default @Nullable Map<String, ?> metadata() {
    return null;
  }

  /** In seconds; 0 and -1 leave the length to models that can choose. */
  default @Nullable Number duration() {
    return null;
  }

  default @Nullable String aspectRatio() {
    return null;
  }

  default @Nullable List<String> imageUrls() {
    return null;
  }

  default @Nullable List<MediaReference> imageWithRoles() {
    return null;
  }

  default @Nullable List<MediaReference> videoWithRoles() {
    return null;
  }

  default @Nullable List<MediaReference> audioWithRoles() {
    return null;
  }

  default @Nullable String resolution() {
    return null;
  }

  default @Nullable Boolean generateAudio() {
    return null;
  }

  default @Nullable Boolean returnLastFrame() {
    return null;
  }

  default @Nullable String mediaMode() {
    return null;
  }

  /** Returns the number of results; the contract has two names for it, see {@link #n()}. */
  default @Nullable Number count() {
    return null;
  }

  default @Nullable Number n() {
    return null;
  }

  default @Nullable Number seed() {
    return null;
  }

  default @Nullable String callbackUrl() {
    return null;
  }

  default @Nullable String traceId() {
    return null;
  }

  default @Nullable List<Tool> tools() {
    return null;
  }

  /**
   * Returns the members that are rows of the capability table, by their names on the wire: a {@link
   * Boolean} for a switch, a {@link String} for one of a list of values.
   */
  default Map<String, ?> tableMembers() {
    return Map.of();
  }
}
