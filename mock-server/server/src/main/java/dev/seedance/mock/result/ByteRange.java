package dev.seedance.mock.result;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, section 14).
 *
 * @param from the first byte
 * @param to the byte after the last; not after {@code from} if the file has none of the bytes
 */
record ByteRange(long from, long to) {

  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static ByteRange whole(long length) {
    return new ByteRange(0, length);
  }

  /**
   * Reads a {@code Range} header.
   *
   * @return empty if the header is to be ignored: not of this form, or several ranges
   */
  static Optional<ByteRange> parse(String header, long length) {
    Matcher single = SINGLE.matcher(header.strip());
    if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (single.group(1).isEmpty()) {
      long last = Long.parseLong(single.group(2));
      return Optional.of(new ByteRange(Math.max(0, length - last), last == 0 ? 0 : length));
    }
    long from = Long.parseLong(single.group(1));
    if (single.group(2).isEmpty()) {
      return Optional.of(new ByteRange(from, length));
    }
    long last = Long.parseLong(single.group(2));
    return last < from
        ? Optional.empty()
        : Optional.of(new ByteRange(from, Math.min(length, last + 1)));
  }

  boolean isSatisfiable() {
    return from < to;
  }

  long length() {
    return to - from;
  }

  /** Returns the value of {@code Content-Range}. */
  String contentRange(long fileLength) {
    return "bytes " + from + "-" + (to - 1) + "/" + fileLength;
  }
}
