package dev.seedance.mock.journal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Removes secrets from recorded calls. */
final class Redaction {

  static final String REDACTED = "[redacted]";

  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([^&=]*(?:key|token|secret|signature|password)[^&=]*=)[^&]*");

  private Redaction() {}

  /** Returns a header's value; a secret is replaced. */
  static String header(String name, String value) {
    return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? REDACTED : value;
  }

  static String query(String query) {
    return query.isEmpty() ? "" : SECRET_PARAMETER.matcher(query).replaceAll("$1" + REDACTED);
  }
}
