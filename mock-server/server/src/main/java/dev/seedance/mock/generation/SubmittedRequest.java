package dev.seedance.mock.generation;

import java.nio.charset.StandardCharsets;
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

  static SubmittedRequest of(byte[] body, @Nullable String prompt) {
    return new SubmittedRequest(
        new String(body, 0, Math.min(body.length, MAX_BODY), StandardCharsets.UTF_8),
        body.length,
        prompt == null || prompt.length() <= MAX_PROMPT ? prompt : beginning(prompt));
  }

  /** Tells if the whole body is kept. */
  boolean isWhole() {
    return bytes <= MAX_BODY;
  }

  private static String beginning(String prompt) {
    int end =
        Character.isHighSurrogate(prompt.charAt(MAX_PROMPT - 1)) ? MAX_PROMPT - 1 : MAX_PROMPT;
    return prompt.substring(0, end) + "…";
  }
}
