package dev.seedance.validator.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The texts of a body. A long one of ASCII, such as a {@code data:} URL, is copied once, straight
 * from the body's bytes; the parser would copy it three times.
 */
public final class BodyText {

  /** Bodies below this size have no text that is worth it. */
  private static final int LARGE = 1 << 16;

  private final byte[] body;

  /** Reads texts of a body. */
  public BodyText(byte[] body) {
    this.body = body;
  }

  /** Returns the text at hand of a parser of the same body. */
  public String of(JsonParser parser) throws IOException {
    if (body.length < LARGE) {
      return parser.getText();
    }
    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
    int slashes = 0;
    int end = Words.skipText(body, start);
    while (isEscapedSlash(end)) { // as some languages write every slash
      slashes++;
      end = Words.skipText(body, end + 2);
    }
    if (end == body.length || body[end] != '"') {
      return parser.getText();
    }
    return slashes == 0
        ? new String(body, start, end - start, StandardCharsets.ISO_8859_1)
        : withoutEscapes(start, end, slashes);
  }

  private boolean isEscapedSlash(int at) {
    return at + 1 < body.length && body[at] == '\\' && body[at + 1] == '/';
  }

  private String withoutEscapes(int start, int end, int escapes) {
    byte[] text = new byte[end - start - escapes];
    int length = 0;
    for (int from = start; from < end; ) {
      int to = Words.skipText(body, from);
      System.arraycopy(body, from, text, length, to - from);
      length += to - from;
      from = to;
      if (to < end) {
        text[length++] = '/';
        from += 2;
      }
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
