package dev.seedance.validator.internal.json;

/**
 * The position of a byte of a body, as people count.
 *
 * @param offset of the byte, from 0
 * @param line from 1
 * @param column from 1, in characters
 */
public record TextPosition(int offset, int line, int column) {

  /** Returns the position of the byte at an offset; an offset past the end means the end. */
  public static TextPosition of(byte[] body, int offset) {
    int end = Math.min(Math.max(offset, 0), body.length);
    int line = 1;
    int column = 1;
    for (int i = 0; i < end; i++) {
      if (body[i] == '\n') {
        line++;
        column = 1;
      } else if (!continuesCharacter(body[i])) {
        column++;
      }
    }
    return new TextPosition(end, line, column);
  }

  /** Returns true for the bytes of a character of UTF-8 after its first. */
  static boolean continuesCharacter(byte utf8) {
    return (utf8 & 0xC0) == 0x80;
  }
}
