package dev.seedance.mock.http.netty;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives an {@code X-Request-Id} to each response that has none, because it belongs to no sandbox: a
 * 401, or the refusal of a malformed request. Thread-safe.
 */
public final class RequestIds implements ResponseHeaders {

  /** The header of the id. */
  public static final CharSequence HEADER = AsciiString.cached("X-Request-Id");

  /** With 16 digits as long as the ids of a sandbox. */
  private static final String PREFIX = "req_00000000";

  private final AtomicLong given;

  /**
   * Starts to give ids.
   *
   * @param begin is not given, all after it are
   */
  private RequestIds(long begin) {
    given = new AtomicLong(begin);
  }

  /** Counts from one, so that each run gives the same ids. */
  static RequestIds repeated() {
    return new RequestIds(0);
  }

  /** Counts from a random number, because earlier and other servers of a store have given ids. */
  static RequestIds unique() {
    return new RequestIds(new SecureRandom().nextLong());
  }

  @Override
  public void addTo(HttpHeaders response, HttpRequest request) {
    if (!response.contains(HEADER)) {
      response.set(HEADER, PREFIX + HexFormat.of().toHexDigits(given.incrementAndGet()));
    }
  }
}
