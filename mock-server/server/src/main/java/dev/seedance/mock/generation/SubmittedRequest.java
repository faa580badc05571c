package dev.seedance.mock.generation;

import dev.seedance.spec.text.ShownText;
import org.jspecify.annotations.Nullable;

/**
 * The request of a task as it was sent, for the control plane.
 *
 * @param body the first {@value #MAX_BODY} bytes as text
 * @param bytes the length of the whole body
 * @param prompt the beginning of its prompt; null if absent
 */
record SubmittedRequest(String body, int bytes, @Nullable String prompt) {

  /** The bytes of a body that are kept: all, unless it carries files. */
  static final int MAX_BODY = 16_384;

  private static final int MAX_PROMPT = 300;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is negative, or more of the body is there than is kept
   */
  SubmittedRequest {
    if (bytes < 0 || body.length() > MAX_BODY) {
      throw new IllegalArgumentException(
          "a request of %d bytes, %d characters of which are kept; expected 0 or more, and at most %d"
              .formatted(bytes, body.length(), MAX_BODY));
    }
  }

  static SubmittedRequest of(byte[] body, @Nullable String prompt) {
    return new SubmittedRequest(
        ShownText.beginning(body, MAX_BODY),
        body.length,
        prompt == null ? null : ShownText.cut(prompt, MAX_PROMPT));
  }

  /** Tells if the whole body is kept. */
  boolean isWhole() {
    return bytes <= MAX_BODY;
  }
}
