package dev.seedance.validator.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a body is strict UTF-8 before Jackson reads it: Jackson also takes UTF-16 and UTF-32,
 * skips byte order marks, and lets overlong forms and half surrogates pass.
 */
final class Encoding {

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final char REPLACEMENT = '\ufffd';

  /** An escape: a surrogate pair, else half of one, else any other. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}"
              + "|(?<half>u[dD][89a-fA-F]\\p{XDigit}{2})|.)",
          Pattern.DOTALL);

  private Encoding() {}

  /**
   * A flaw of the encoding.
   *
   * @param variant of the message
   * @param offset of the first byte that is wrong
   */
  record Flaw(String variant, int offset) {}

  /** Finds the first flaw, {@code null} if the body is clean. */
  static @Nullable Flaw find(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf(BYTE_ORDER_MARK) == 0) {
      return new Flaw("byte-order-mark", 0);
    }
    int valid = body.length;
    if (text.indexOf(REPLACEMENT) >= 0) { // sent as such, or put in by the decoder
      valid = validLength(body);
      text = new String(body, 0, valid, StandardCharsets.UTF_8);
    }
    int nul = text.indexOf('\0'); // stands in UTF-16 and UTF-32, never in JSON
    int half = halfSurrogate(text);
    if (half >= 0 && (nul < 0 || half < nul)) {
      return new Flaw("half-surrogate", offset(text, half));
    }
    if (nul >= 0) {
      return new Flaw("encoding", offset(text, nul));
    }
    return valid < body.length ? new Flaw("encoding", valid) : null;
  }

  /** Returns how many bytes a strict decoder takes. */
  private static int validLength(byte[] body) {
    ByteBuffer bytes = ByteBuffer.wrap(body);
    var unused =
        StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(body.length), true);
    return bytes.position();
  }

  /** Returns the index of the first escape that is half a surrogate pair, -1 if there is none. */
  private static int halfSurrogate(String text) {
    if (text.contains("\\ud") || text.contains("\\uD")) {
      Matcher escapes = ESCAPE.matcher(text);
      while (escapes.find()) {
        if (escapes.start("half") >= 0) {
          return escapes.start();
        }
      }
    }
    return -1;
  }

  private static int offset(String text, int index) {
    return text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
  }
}
