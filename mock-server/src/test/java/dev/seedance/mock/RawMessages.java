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

  private RawMessages() {}

  /** First line, headers and as much body as they say. */
  static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("the connection is open").isNotNegative();
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
    return head + new String(body, StandardCharsets.ISO_8859_1);
  }
}
