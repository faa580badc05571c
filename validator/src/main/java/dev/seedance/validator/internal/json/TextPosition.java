package dev.seedance.validator.internal.json;

import dev.seedance.spec.text.ShownText;
import java.nio.charset.StandardCharsets;

/**
 * The position of a byte of a body, as people count.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record TextPosition(int line, int column) {

  /** Returns the position of the byte at an offset; an offset past the end means the end. */
  public static TextPosition of(byte[] body, int offset) {
    int end = Math.min(Math.max(offset, 0), body.length);
    int line = 1;
    int start = 0;
    for (int i = 0; i < end; i++) {
      if (body[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    String before = new String(body, start, end - start, StandardCharsets.UTF_8);
    return new TextPosition(line, ShownText.length(before) + 1);
  }
}
