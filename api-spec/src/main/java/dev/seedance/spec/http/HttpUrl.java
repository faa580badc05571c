package dev.seedance.spec.http;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https URL. The one notion of it: what the validator accepts, the mock can
 * call and the client too.
 *
 * <p>Read by hand, because {@link URI} refuses URLs that servers take: a host such as {@code
 * order_service}, a {@code |} in a signed query, a lone {@code %}. It also costs ten times as much.
 * Immutable.
 */
public final class HttpUrl {

  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int MAX_PORT = 65_535;

  /** What RFC 3986 allows in a path or a query beside letters and digits. */
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

  private final String text;
  private final boolean secure;
  private final boolean userInfo;
  private final int hostStart;
  private final int hostEnd;
  private final int authorityEnd;

  private HttpUrl(
      String text, boolean secure, boolean userInfo, int hostStart, int hostEnd, int authorityEnd) {
    this.text = text;
    this.secure = secure;
    this.userInfo = userInfo;
    this.hostStart = hostStart;
    this.hostEnd = hostEnd;
    this.authorityEnd = authorityEnd;
  }

  /** Reads a URL with a host; {@code null} if the text is none. */
  public static @Nullable HttpUrl parse(String text) {
    boolean secure = startsWith(text, HTTPS);
    if (!(secure || startsWith(text, HTTP)) || hasForbiddenCharacter(text)) {
      return null;
    }
    int start = (secure ? HTTPS : HTTP).length();
    int end = endOfAuthority(text, start);
    int at = text.lastIndexOf('@', end - 1);
    boolean userInfo = at >= start;
    int hostStart = userInfo ? at + 1 : start;
    int hostEnd = endOfHost(text, hostStart, end);
    return hostEnd > hostStart && isPort(text, hostEnd, end)
        ? new HttpUrl(text, secure, userInfo, hostStart, hostEnd, end)
        : null;
  }

  /** Returns true for https. */
  public boolean isSecure() {
    return secure;
  }

  /** Returns true if there is a user or a password before the host. */
  public boolean hasUserInfo() {
    return userInfo;
  }

  /** Returns true if there is a {@code #}. */
  public boolean hasFragment() {
    return fragmentStart() < text.length();
  }

  /** Returns true if there is a {@code ?} before any fragment. */
  public boolean hasQuery() {
    return text.substring(authorityEnd, fragmentStart()).indexOf('?') >= 0;
  }

  /** Returns the name or the address to connect to: see {@link #normalHost}. */
  public String host() {
    return normalHost(text.substring(hostStart, hostEnd));
  }

  /** Returns the port of the URL, else that of its scheme; 0 to 65,535. */
  public int port() {
    return hostEnd + 1 < authorityEnd
        ? Integer.parseInt(text.substring(hostEnd + 1, authorityEnd))
        : secure ? HTTPS_PORT : HTTP_PORT;
  }

  /** Returns true if scheme, host and port are those of another URL. */
  public boolean hasOriginOf(HttpUrl other) {
    return secure == other.secure && port() == other.port() && host().equals(other.host());
  }

  /**
   * Returns the value of the header Host: the host as it is written, with its port if it has one.
   */
  public String hostHeader() {
    String port = hostEnd + 1 < authorityEnd ? text.substring(hostEnd, authorityEnd) : "";
    return ascii(text.substring(hostStart, hostEnd)) + port;
  }

  /**
   * Returns path and query as a request line carries them; {@code /} if the URL ends with the host.
   * Characters that RFC 3986 forbids there are percent-encoded, a lone {@code %} too.
   */
  public String target() {
    String target = encoded(text.substring(authorityEnd, fragmentStart()), ALLOWED);
    return target.startsWith("/") ? target : "/" + target;
  }

  /**
   * Returns the URL as a {@link URI}, without user info and fragment. Its {@link URI#getHost} is
   * {@code null} for a host that URI does not know, such as {@code order_service}.
   *
   * @throws IllegalArgumentException if brackets hold no IPv6 address
   */
  public URI uri() {
    return URI.create((secure ? HTTPS : HTTP) + encoded(hostHeader(), ALLOWED + "[]") + target());
  }

  /** Returns the URL that a reference of this one names; {@code null} if it is none. */
  public @Nullable HttpUrl resolve(String reference) {
    HttpUrl absolute = parse(reference);
    if (absolute != null) {
      return absolute;
    }
    try {
      return parse(uri().resolve(encoded(reference, ALLOWED + "#[]")).toString());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Returns a host in lower case and ASCII, without the brackets of an IPv6 address and without the
   * dot of an absolute name.
   */
  public static String normalHost(String host) {
    String lower = ascii(host.strip()).toLowerCase(Locale.ROOT);
    return lower.replaceAll("^\\[|]?\\.?$", "").replace("%25", "%"); // an IPv6 zone's percent sign
  }

  /** Returns true if the text begins so, in any case of its ASCII letters. */
  public static boolean startsWith(String text, String beginning) {
    if (text.length() < beginning.length()) {
      return false;
    }
    for (int i = 0; i < beginning.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != beginning.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns true for blanks, control characters, or characters that no URL holds unescaped. */
  public static boolean hasForbiddenCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`' || c >= 0x7f) {
        if (c < 0xa0 || Character.isSpaceChar(c)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpUrl url && url.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private int fragmentStart() {
    int fragment = text.indexOf('#', authorityEnd);
    return fragment < 0 ? text.length() : fragment;
  }

  private static int endOfAuthority(String text, int start) {
    int end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Returns the place of the port's colon, or the end; the start if there is no host. */
  private static int endOfHost(String text, int start, int end) {
    if (start < end && text.charAt(start) == '[') {
      int close = text.indexOf(']', start);
      return close > start + 1 && close < end ? close + 1 : start;
    }
    int colon = text.indexOf(':', start);
    int hostEnd = colon < 0 || colon > end ? end : colon;
    for (int i = start; i < hostEnd; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || isAlphanumeric(c)) {
        return hostEnd;
      }
    }
    return start;
  }

  private static boolean isPort(String text, int colon, int end) {
    if (colon == end) {
      return true;
    }
    if (text.charAt(colon) != ':' || end - colon > 6) {
      return false;
    }
    int port = 0;
    for (int i = colon + 1; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return false;
      }
      port = port * 10 + digit - '0';
    }
    return port <= MAX_PORT;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /**
   * Encodes an international name; one that has no such form stays, and is known to no resolver.
   */
  private static String ascii(String host) {
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(host)) {
      return host;
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return host;
    }
  }

  private static String encoded(String text, String allowed) {
    var out = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean escape = c == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2);
      if (escape || isAlphanumeric(c) || allowed.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte[] bytes, int at) {
    return at < bytes.length && Character.digit((char) bytes[at], 16) >= 0;
  }
}
