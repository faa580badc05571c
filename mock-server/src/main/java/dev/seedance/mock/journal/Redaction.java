package dev.seedance.mock.journal;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes secrets out of what is kept. */
final class Redaction {

  static final String REDACTED = "[redacted]";

  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)([^&=]*(?:key|token|secret|signature|password)[^&=]*=)[^&]*");

  private Redaction() {}

  /** Headers by lower-case name, sorted, so that the same call gives the same entry. */
  static Map<String, List<String>> headers(HttpHeaders headers) {
    Map<String, List<String>> kept = new TreeMap<>();
    for (String name : headers.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      kept.put(
          lower,
          SECRET_HEADERS.contains(lower) ? List.of(REDACTED) : List.copyOf(headers.getAll(name)));
    }
    return kept;
  }

  static String query(String query) {
    return SECRET_PARAMETER.matcher(query).replaceAll("$1" + REDACTED);
  }
}
