package dev.seedance.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads HTTP messages byte by byte, so that nothing is hidden or reordered. */
final class RawMessages {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private static final Pattern CHUNKED = Pattern.compile("(?i)transfer-encoding: chunked");

  private RawMessages() {}

  /** First line, headers and as much body as they say; the parts of a chunked one put together. */
  static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append(next(in));
    }
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      return head + text(in, Integer.parseInt(length.group(1)));
    }
    return CHUNKED.matcher(head).find() ? head + chunks(in) : head.toString();
  }

  private static String chunks(InputStream in) throws IOException {
    var body = new StringBuilder();
    int size;
    do {
      size = Integer.parseInt(line(in), 16);
      body.append(text(in, size));
      assertThat(line(in)).as("what ends a chunk").isEmpty();
    } while (size > 0);
    return body.toString();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append(next(in));
    }
    return line.substring(0, line.length() - 2);
  }

  private static char next(InputStream in) throws IOException {
    int next = in.read();
    assertThat(next).as("the connection is open").isNotNegative();
    return (char) next;
  }

  private static String text(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }
}
