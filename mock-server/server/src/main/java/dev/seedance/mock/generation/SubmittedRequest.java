package dev.seedance.mock.generation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seedance.mock.revision.Revision;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.text.ShownText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request of a task as it was sent, for the control plane.
 *
 * @param body the first {@value #MAX_BODY} bytes as text
 * @param bytes the length of the whole body
 * @param prompt the beginning of its prompt; null if absent
 * @param revision the contract revision that it was held to
 */
record SubmittedRequest(String body, int bytes, @Nullable String prompt, String revision) {

  /** The bytes of a body that are kept: all, unless it carries files. */
  static final int MAX_BODY = 16_384;

  private static final int MAX_PROMPT = 300;

  /**
   * Checks length and revision.
   *
   * @throws IllegalArgumentException if the length is negative, more of the body is there than is
   *     kept, or the revision is not known
   */
  SubmittedRequest {
    if (bytes < 0 || body.length() > MAX_BODY) {
      throw new IllegalArgumentException(
          "a request of %d bytes, %d characters of which are kept; expected 0 or more, and at most %d"
              .formatted(bytes, body.length(), MAX_BODY));
    }
    revision = ApiSpec.revision(revision);
  }

  /** Reads a request of a snapshot; those from before revisions were kept have none. */
  @JsonCreator
  static SubmittedRequest of(
      @JsonProperty("body") String body,
      @JsonProperty("bytes") int bytes,
      @JsonProperty("prompt") @Nullable String prompt,
      @JsonProperty("revision") @Nullable String revision) {
    return new SubmittedRequest(
        body, bytes, prompt, Objects.requireNonNullElseGet(revision, ApiSpec::defaultRevision));
  }

  static SubmittedRequest of(byte[] body, @Nullable String prompt, Revision revision) {
    return new SubmittedRequest(
        ShownText.beginning(body, MAX_BODY),
        body.length,
        prompt == null ? null : ShownText.cut(prompt, MAX_PROMPT),
        revision.name());
  }

  /** Tells if the whole body is kept. */
  boolean isWhole() {
    return bytes <= MAX_BODY;
  }
}
