package dev.seedance.mock.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes dates as HTTP has them (RFC 9110, section 5.6.7), with two digits for each day. */
public final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** Returns a date such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
