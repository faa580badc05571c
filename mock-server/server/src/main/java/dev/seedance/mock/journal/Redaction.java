package dev.seedance.mock.journal;

import io.netty.util.AsciiString;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Removes secrets from recorded calls. */
final class Redaction {

  static final String REDACTED = "[redacted]";

  private static final List<AsciiString> SECRET_HEADERS =
      Stream.of("authorization", "proxy-authorization", "cookie", "x-api-key")
          .map(AsciiString::cached)
          .toList();

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([^&=]*(?:key|token|secret|signature|password)[^&=]*=)[^&]*");

  private Redaction() {}

  /** Returns a header's value; a secret is replaced. */
  static CharSequence header(CharSequence name, CharSequence value) {
    for (AsciiString secret : SECRET_HEADERS) {
      if (secret.contentEqualsIgnoreCase(name)) {
        return REDACTED;
      }
    }
    return value;
  }

  static String query(String query) {
    return query.isEmpty() ? "" : SECRET_PARAMETER.matcher(query).replaceAll("$1" + REDACTED);
  }
}
