package dev.seedance.validator.internal.constraint;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an absolute http(s) URL that rules ask for. Read by hand: {@link java.net.URI}
 * refuses signed URLs that servers take, and costs ten times as much.
 *
 * @param secure whether it is https
 */
record HttpUrl(boolean secure, boolean hasUserInfo, boolean hasFragment) {

  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";
  private static final int MAX_PORT = 65_535;

  /** Reads a URL with a host; {@code null} if the text is none. */
  static @Nullable HttpUrl parse(String url) {
    boolean secure = startsWith(url, HTTPS);
    if (!(secure || startsWith(url, HTTP)) || hasForbiddenCharacter(url)) {
      return null;
    }
    int start = (secure ? HTTPS : HTTP).length();
    int end = endOfAuthority(url, start);
    int at = url.lastIndexOf('@', end - 1);
    boolean userInfo = at >= start;
    if (!isHostAndPort(url.substring(userInfo ? at + 1 : start, end))) {
      return null;
    }
    return new HttpUrl(secure, userInfo, url.indexOf('#', end) >= 0);
  }

  /** Returns true if the text begins so, in any case of its ASCII letters. */
  static boolean startsWith(String url, String beginning) {
    if (url.length() < beginning.length()) {
      return false;
    }
    for (int i = 0; i < beginning.length(); i++) {
      if (Ascii.lower(url.charAt(i)) != beginning.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns true for blanks, control characters, or characters that no URL holds unescaped. */
  static boolean hasForbiddenCharacter(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`' || c >= 0x7f) {
        if (c < 0xa0 || Character.isSpaceChar(c)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int endOfAuthority(String url, int start) {
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isHostAndPort(String authority) {
    if (authority.startsWith("[")) {
      int close = authority.indexOf(']');
      return close > 1 && isPort(authority.substring(close + 1));
    }
    int colon = authority.indexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    return host.chars().anyMatch(c -> c >= 0x80 || Ascii.isAlphanumeric(c))
        && isPort(colon < 0 ? "" : authority.substring(colon));
  }

  private static boolean isPort(String port) {
    if (port.isEmpty()) {
      return true;
    }
    return port.charAt(0) == ':'
        && port.length() <= 6
        && port.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9')
        && (port.length() == 1 || Integer.parseInt(port.substring(1)) <= MAX_PORT);
  }
}
