package dev.seedance.mock.http.netty;

/** The limits for the head of a request, in bytes. */
public final class HttpLimits {

  /** The longest first line, which has the URL. */
  public static final int MAX_FIRST_LINE = 8_192;

  /** The longest headers, all together. */
  public static final int MAX_HEADERS = 16_384;

  private HttpLimits() {}
}
