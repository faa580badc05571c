package dev.seedance.client.internal;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds, or a date. */
public final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * Returns the wait that the server asks for: zero to a day. A date is compared with the server's
   * own {@code Date}, because its clock and ours may differ.
   */
  public static Optional<Duration> in(HttpHeaders headers, InstantSource clock) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(value -> seconds(value).or(() -> untilDate(value, headers, clock)))
        .map(RetryAfter::limit);
  }

  private static Optional<Duration> seconds(String value) {
    return value.matches("\\d{1,12}(\\.\\d{1,9})?")
        ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1000)))
        : Optional.empty();
  }

  private static Optional<Duration> untilDate(
      String value, HttpHeaders headers, InstantSource clock) {
    return date(value)
        .map(
            date ->
                Duration.between(
                    headers.firstValue("Date").flatMap(RetryAfter::date).orElseGet(clock::instant),
                    date));
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration limit(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
