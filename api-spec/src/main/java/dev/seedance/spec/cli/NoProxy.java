package dev.seedance.spec.cli;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The hosts that are called without a proxy, in the form of curl's {@code NO_PROXY}: names with all
 * that is below them, addresses, blocks of addresses, or {@code *}. Beyond curl, an entry may end
 * with a port, and this machine is never called through a proxy.
 */
record NoProxy(List<String> entries) {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");

  static NoProxy of(String list) {
    return new NoProxy(
        Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  /** Returns true if a host, with or without brackets, is called directly. */
  boolean covers(String host, int port) {
    String name = withoutDotAtEnd(withoutBrackets(host.toLowerCase(Locale.ROOT)));
    return isThisMachine(name) || entries.stream().anyMatch(entry -> covers(entry, name, port));
  }

  private static boolean covers(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
    if (hasPort) {
      return entry.substring(colon + 1).equals(String.valueOf(port))
          && covers(entry.substring(0, colon), host, port);
    }
    String pattern = withoutBrackets(entry);
    if (isLiteral(host)) {
      return isInBlock(host, pattern);
    }
    String suffix = withoutDotAtEnd(pattern.startsWith(".") ? pattern.substring(1) : pattern);
    return host.equals(suffix) || host.endsWith("." + suffix);
  }

  private static boolean isInBlock(String host, String block) {
    int slash = block.indexOf('/');
    String base = slash < 0 ? block : block.substring(0, slash);
    if (!isLiteral(base)) {
      return false;
    }
    byte[] one = bytes(host);
    byte[] other = bytes(base);
    String bits = slash < 0 ? String.valueOf(other.length * 8) : block.substring(slash + 1);
    if (one.length != other.length || one.length == 0 || !bits.matches("\\d{1,3}")) {
      return false;
    }
    int free = one.length * 8 - Integer.parseInt(bits);
    return free >= 0
        && new BigInteger(1, one)
            .shiftRight(free)
            .equals(new BigInteger(1, other).shiftRight(free));
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || isInBlock(host, "127.0.0.0/8")
        || isInBlock(host, "::1");
  }

  private static boolean isLiteral(String text) {
    return LITERAL.matcher(text).matches();
  }

  /** Returns the bytes of an address: none if it is none. A literal is never looked up. */
  private static byte[] bytes(String literal) {
    try {
      return isLiteral(literal) ? InetAddress.getByName(literal).getAddress() : new byte[0];
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static String withoutDotAtEnd(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
