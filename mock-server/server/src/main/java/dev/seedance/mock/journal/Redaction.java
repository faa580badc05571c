package dev.seedance.mock.journal;

import io.netty.util.AsciiString;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of what is kept. */
final class Redaction {

  static final String REDACTED = "[redacted]";

  private static final List<AsciiString> SECRET_HEADERS =
      List.of(
          AsciiString.cached("authorization"),
          AsciiString.cached("proxy-authorization"),
          AsciiString.cached("cookie"),
          AsciiString.cached("x-api-key"));

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([^&=]*(?:key|token|secret|signature|password)[^&=]*=)[^&]*");

  private Redaction() {}

  /** A header's value, or what stands for it where it is a secret. */
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
