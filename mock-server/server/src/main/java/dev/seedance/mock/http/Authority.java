package dev.seedance.mock.http;

/** The part of a URL that names a server. */
public final class Authority {

  private Authority() {}

  /**
   * Joins host and port.
   *
   * @param host a name or an address; an IPv6 address may stand in brackets and have a zone
   */
  public static String of(String host, int port) {
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    return (bare ? "[" + host + "]" : host).replaceFirst("%(?!25)", "%25") + ":" + port;
  }
}
