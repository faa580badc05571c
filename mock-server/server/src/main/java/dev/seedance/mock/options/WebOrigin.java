package dev.seedance.mock.options;

import io.netty.util.NetUtil;
import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origin of web pages, in the form in which browsers send it.
 *
 * @param scheme in lower case, such as {@code http}
 * @param host in lower case and ASCII; an IPv6 address stands in brackets
 * @param port as {@code :5173}; empty for the scheme's own
 */
public record WebOrigin(String scheme, String host, String port) {

  private static final String EXAMPLE = "http://localhost:5173";

  private static final Pattern FORM =
      Pattern.compile(
          "([a-z][a-z0-9+.-]*)://(\\[[0-9a-f:.]+]|[\\p{L}\\p{N}._-]+)(?::(\\d{1,5}))?(/.*)?");

  private static final int MAX_PORT = 65_535;

  private static final Map<String, String> OWN_PORTS = Map.of("http", "80", "https", "443");

  /**
   * Reads an origin. Case, a slash at the end and the scheme's own port make no difference.
   *
   * @throws IllegalArgumentException if the text is none; the message says what was expected
   */
  public static WebOrigin parse(String text) {
    if (text.equals("*")) {
      throw new IllegalArgumentException(
          "'*' would let the pages of every site use the mock; name each origin, such as "
              + EXAMPLE);
    }
    Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no origin; expected %s".formatted(text, suggestion(text)));
    }
    var origin = new WebOrigin(parts.group(1), host(text, parts.group(2)), port(parts));
    if (parts.group(4) != null && !parts.group(4).equals("/")) {
      throw new IllegalArgumentException(
          "'%s' has a path, which an origin has not; expected %s".formatted(text, origin));
    }
    return origin;
  }

  /** Returns what was probably meant: mostly the scheme is missing. */
  private static String suggestion(String text) {
    boolean host = !text.contains("://") && (text.contains(":") || text.contains("."));
    return host && FORM.matcher("http://" + text.toLowerCase(Locale.ROOT)).matches()
        ? parse("http://" + text.replaceFirst("/.*", "")).toString()
        : "a scheme, a host and a port, such as " + EXAMPLE;
  }

  private static String host(String text, String host) {
    if (!host.startsWith("[")) {
      try {
        return IDN.toASCII(host);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "'%s' has no valid host name; expected an origin such as %s".formatted(text, EXAMPLE),
            e);
      }
    }
    byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
    if (address == null) {
      throw new IllegalArgumentException(
          "'%s' has no valid IPv6 address; expected such as http://[::1]:5173".formatted(text));
    }
    return "[" + NetUtil.bytesToIpAddress(address) + "]";
  }

  private static String port(Matcher parts) {
    if (parts.group(3) == null) {
      return "";
    }
    int number = Integer.parseInt(parts.group(3));
    if (number > MAX_PORT) {
      throw new IllegalArgumentException(
          "'%s' has no valid port; expected 0 to %d".formatted(parts.group(), MAX_PORT));
    }
    String port = Integer.toString(number);
    return port.equals(OWN_PORTS.get(parts.group(1))) ? "" : ":" + port;
  }

  @Override
  public String toString() {
    return scheme + "://" + host + port;
  }
}
