package dev.seedance.mock.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the headers of a fault, which must not break the framing of HTTP. */
final class FaultHeaders {

  private static final int MAX = 10;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,200}");
  private static final Set<String> FRAMING =
      Set.of("content-length", "transfer-encoding", "connection", "content-type", "upgrade");

  private FaultHeaders() {}

  static Map<String, String> checked(Map<String, String> headers) {
    if (headers.size() > MAX) {
      throw new IllegalArgumentException(
          "a fault has " + headers.size() + " headers; at most " + MAX + " are allowed");
    }
    headers.forEach(FaultHeaders::check);
    return Map.copyOf(headers);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches() || FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "a fault can't send the header '" + name + "'; expected a name such as Retry-After");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the value of header '" + name + "' must be up to 200 printable ASCII characters");
    }
  }
}
