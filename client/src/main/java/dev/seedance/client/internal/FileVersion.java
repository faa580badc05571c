package dev.seedance.client.internal;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a file that a response holds bytes of, as far as two responses can be compared
 * (RFC 9110, 8.8 and 15.3.7.3).
 *
 * @param tag the strong entity tag; null if there is none
 * @param modified the date of the last change; null if there is none
 * @param settled true if the date is so old that no second change can share it
 */
public record FileVersion(@Nullable String tag, @Nullable String modified, boolean settled) {

  /** A weak tag promises alike content, not the same bytes. */
  private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7E]+\"");

  /** Dates have whole seconds, and the clocks of a server's machines differ. */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  static FileVersion of(HttpHeaders headers) {
    @Nullable String tag =
        headers
            .firstValue("ETag")
            .filter(value -> STRONG_TAG.matcher(value).matches())
            .orElse(null);
    Optional<String> modified = headers.firstValue("Last-Modified");
    Optional<Instant> change = modified.flatMap(FileVersion::date);
    Optional<Instant> sent = headers.firstValue("Date").flatMap(FileVersion::date);
    boolean settled =
        change.isPresent() && sent.isPresent() && !change.get().plus(SETTLING).isAfter(sent.get());
    return new FileVersion(tag, change.isPresent() ? modified.orElse(null) : null, settled);
  }

  /** Returns the value of {@code If-Range} that asks for this version only; null if none does. */
  public @Nullable String condition() {
    return tag != null ? tag : settled ? modified : null;
  }

  /** Returns true if the bytes are surely those of the version that came first. */
  boolean isSureToBe(FileVersion first) {
    if (first.tag != null) {
      return first.tag.equals(tag);
    }
    return first.settled && first.modified != null && first.modified.equals(modified);
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
