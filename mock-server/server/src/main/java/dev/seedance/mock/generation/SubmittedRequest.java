package dev.seedance.mock.generation;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The request of a task as it was sent, for people to look at.
 *
 * @param body the first {@value #MAX_BODY} bytes as text
 * @param bytes how long it was
 * @param prompt the beginning of its prompt, null where it had none
 */
record SubmittedRequest(String body, int bytes, @Nullable String prompt) {

  /** How much of a body is kept: all of it, unless it carries files. */
  static final int MAX_BODY = 16_384;

  private static final int MAX_PROMPT = 300;

  static SubmittedRequest of(byte[] body, @Nullable String prompt) {
    return new SubmittedRequest(
        new String(body, 0, Math.min(body.length, MAX_BODY), StandardCharsets.UTF_8),
        body.length,
        prompt == null || prompt.length() <= MAX_PROMPT ? prompt : beginning(prompt));
  }

  /** Whether nothing was left out. */
  boolean isWhole() {
    return bytes <= MAX_BODY;
  }

  private static String beginning(String prompt) {
    int end =
        Character.isHighSurrogate(prompt.charAt(MAX_PROMPT - 1)) ? MAX_PROMPT - 1 : MAX_PROMPT;
    return prompt.substring(0, end) + "…";
  }
}
