package dev.seedance.mock.http.netty;

/** The limits of a connection; sizes are in bytes. */
public final class HttpLimits {

  /** The longest first line, which has the URL. */
  public static final int MAX_FIRST_LINE = 8_192;

  /** The longest headers, all together. */
  public static final int MAX_HEADERS = 16_384;

  /** The streams of one HTTP/2 connection that are open at once. */
  public static final long MAX_STREAMS = 100;

  /** The least that arrives of a request, or is read of a response, in each stall timeout. */
  static final int MIN_PROGRESS = 1_024;

  private HttpLimits() {}
}
