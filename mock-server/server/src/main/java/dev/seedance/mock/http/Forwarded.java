package dev.seedance.mock.http;

import io.micronaut.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address that a caller of a proxy used, as the proxy tells it: in {@code Forwarded} (RFC
 * 7239), else in {@code X-Forwarded-Proto}, {@code -Host} and {@code -Port}. The path prefix, which
 * RFC 7239 does not know, is in {@code X-Forwarded-Prefix}.
 *
 * <p>Of a chain of proxies the first is the caller's, so the first value of a list counts. A value
 * that no URL can hold counts as absent.
 *
 * @param scheme {@code http} or {@code https}
 * @param host with its port if it has one; null if the proxy does not tell
 * @param port the port on its own; null if the proxy does not tell
 * @param prefix begins with a slash, or is empty
 */
record Forwarded(String scheme, @Nullable String host, @Nullable String port, String prefix) {

  private static final Pattern SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
  private static final Pattern ENDS_WITH_PORT = Pattern.compile(".*:[0-9]{1,5}");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern PREFIX =
      Pattern.compile("(?=.{0,255}$)(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+/?");

  /** The first of the elements that commas divide, except those in quotes. */
  private static final Pattern FIRST = Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"|[^,\"])*");

  private static final Map<String, String> OWN_PORTS = Map.of("http", "80", "https", "443");

  /**
   * Reads the headers of a request.
   *
   * @param own the scheme by which the proxy has called, for a proxy that tells no other
   */
  static Forwarded of(HttpHeaders headers, String own) {
    var standard = HeaderValue.parse(";" + first(headers, "Forwarded")).parameters();
    String scheme =
        firstOf(SCHEME, standard.get("proto"), first(headers, "X-Forwarded-Proto"), own);
    return new Forwarded(
        Objects.requireNonNull(scheme).toLowerCase(Locale.ROOT),
        firstOf(HOST, standard.get("host"), first(headers, "X-Forwarded-Host")),
        firstOf(PORT, first(headers, "X-Forwarded-Port")),
        Objects.requireNonNullElse(firstOf(PREFIX, first(headers, "X-Forwarded-Prefix")), "")
            .replaceAll("/+$", ""));
  }

  /**
   * Returns the address that links begin with.
   *
   * @param requested the header {@code Host}, for a proxy that tells no other
   */
  String origin(String requested) {
    String authority = Objects.requireNonNullElse(host, requested);
    boolean complete = port == null || isOwnPort() || ENDS_WITH_PORT.matcher(authority).matches();
    return scheme + "://" + authority + (complete ? "" : ":" + port) + prefix;
  }

  private boolean isOwnPort() {
    return Objects.equals(OWN_PORTS.get(scheme), port);
  }

  private static String first(HttpHeaders headers, String name) {
    String value = headers.get(name);
    var found = FIRST.matcher(value == null ? "" : value);
    return found.lookingAt() ? found.group().strip() : "";
  }

  private static @Nullable String firstOf(Pattern form, @Nullable String... values) {
    return Stream.of(values)
        .filter(value -> value != null && form.matcher(value).matches())
        .findFirst()
        .orElse(null);
  }
}
