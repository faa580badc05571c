package dev.seedance.mock.options;

import dev.seedance.mock.time.TimeRange;
import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.text.ByteSize;
import dev.seedance.spec.text.PastedText;
import dev.seedance.spec.text.ShownText;
import io.netty.util.NetUtil;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the value of an option. */
@FunctionalInterface
interface OptionType<T> {

  /** The longest duration: a hundred years. */
  Duration LONGEST = Duration.ofDays(36_500);

  /** Characters that a header can hold. */
  Pattern VISIBLE = Pattern.compile("[!-~]+");

  /** A name or an IPv4 address. */
  Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]{1,253}");

  /** Characters that no line has. */
  Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  int LONGEST_LINE = 1_000;

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  T read(String text);

  static OptionType<String> text() {
    return text -> text;
  }

  /** The bearer key of a caller, which no message shows. */
  static OptionType<String> key() {
    return text -> {
      String key = PastedText.trimmed(text);
      if (!VISIBLE.matcher(key).matches()) {
        throw new IllegalArgumentException(
            "a key of %d characters is not valid; expected letters, digits and other visible characters of ASCII, without blanks"
                .formatted(ShownText.length(key)));
      }
      return key;
    };
  }

  /** The name or the IP address of a host. */
  static OptionType<String> host() {
    return text -> {
      String host = PastedText.trimmed(text);
      if (!isHost(host)) {
        throw wrong(
            text,
            "a host name or an IP address without scheme, port and path, such as host.docker.internal");
      }
      return host;
    };
  }

  /**
   * One line of text, of no more than a thousand characters, none of which moves a cursor. No
   * message shows it.
   */
  static OptionType<String> line() {
    return text -> {
      String line = PastedText.trimmed(text);
      if (line.isEmpty() || line.length() > LONGEST_LINE || CONTROL.matcher(line).find()) {
        throw new IllegalArgumentException(
            "a text of %d characters is not valid; expected 1 to %d without control characters"
                .formatted(ShownText.length(line), LONGEST_LINE));
      }
      return line;
    };
  }

  private static boolean isHost(String text) {
    return NetUtil.isValidIpV6Address(text)
        || (HOST.matcher(text).matches() && HttpUrl.parse("http://" + text) != null);
  }

  static OptionType<Boolean> trueOrFalse() {
    return text -> {
      if (!text.equals("true") && !text.equals("false")) {
        throw wrong(text, "true or false");
      }
      return Boolean.valueOf(text);
    };
  }

  static OptionType<Integer> integer(int min, int max) {
    OptionType<Long> number = number(min, max);
    return text -> Math.toIntExact(number.read(text));
  }

  static OptionType<Integer> integerFrom(int min) {
    return integer(min, Integer.MAX_VALUE);
  }

  /** A number of bytes up to a maximum. */
  static OptionType<Integer> size(int max) {
    OptionType<Long> size = bytes("a size from 1B to " + ByteSize.shortest(max), 1, max);
    return text -> Math.toIntExact(size.read(text));
  }

  /** A number of bytes. */
  static OptionType<Long> bytes(long min) {
    return bytes("a size from " + ByteSize.shortest(min), min, Long.MAX_VALUE);
  }

  private static OptionType<Long> bytes(String expected, long min, long max) {
    return parsed(
        expected + ", written as " + ByteSize.FORMS,
        ByteSize::parse,
        bytes -> bytes >= min && bytes <= max);
  }

  static OptionType<Long> longFrom(long min) {
    return number(min, Long.MAX_VALUE);
  }

  private static OptionType<Long> number(long min, long max) {
    String range =
        max != Integer.MAX_VALUE && max != Long.MAX_VALUE
            ? " from %d to %d".formatted(min, max)
            : min == Long.MIN_VALUE ? "" : " from " + min;
    return parsed("a whole number" + range, Long::parseLong, n -> n >= min && n <= max);
  }

  static OptionType<Instant> instant() {
    return parsed(
        "an instant from 1970 to 9000 such as 2026-01-01T00:00:00Z",
        Instant::parse,
        TimeRange::contains);
  }

  static OptionType<Duration> positiveDuration() {
    return parsed(
        "a positive duration such as PT1H, at most " + LONGEST,
        Duration::parse,
        duration ->
            !duration.isZero() && !duration.isNegative() && duration.compareTo(LONGEST) <= 0);
  }

  static OptionType<Duration> duration(Duration min, Duration max) {
    return parsed(
        "a duration from %s to %s such as %s".formatted(min, max, min),
        Duration::parse,
        duration -> duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0);
  }

  /** An http or https URL that paths are appended to. */
  static OptionType<HttpUrl> baseUrl() {
    return text -> {
      HttpUrl url = HttpUrl.parse(text);
      if (url == null || url.hasUserInfo() || url.hasQuery() || url.hasFragment()) {
        throw wrong(text, "an http or https URL without user, query and fragment");
      }
      return url;
    };
  }

  /** An http URL without a path, at which another server is reached. */
  static OptionType<HttpUrl> peerUrl() {
    return text -> {
      HttpUrl url = HttpUrl.parse(text);
      if (url == null || !text.matches("(?i)http://[^/?#@]+/?")) {
        throw wrong(text, "an http URL without user, path and query, such as http://10.0.0.7:8080");
      }
      return url;
    };
  }

  /** A secret that no message shows. */
  static OptionType<String> secret(int min, int max) {
    return text -> {
      String secret = PastedText.trimmed(text);
      boolean fits = secret.length() >= min && secret.length() <= max;
      if (!fits || !VISIBLE.matcher(secret).matches()) {
        throw new IllegalArgumentException(
            "a secret of %d characters is not valid; expected %d to %d letters, digits and other visible characters of ASCII, without blanks"
                .formatted(ShownText.length(secret), min, max));
      }
      return secret;
    };
  }

  /** US dollars up to a maximum, or {@code unlimited}, which is empty. */
  static OptionType<Optional<BigDecimal>> dollars(BigDecimal max) {
    OptionType<BigDecimal> limited =
        parsed(
            "US dollars from 0 to %s such as 12.5, or unlimited".formatted(max.toPlainString()),
            BigDecimal::new,
            dollars -> dollars.signum() >= 0 && dollars.compareTo(max) <= 0);
    return text -> text.equals("unlimited") ? Optional.empty() : Optional.of(limited.read(text));
  }

  /** Reads what a parser of the JDK takes and a condition allows. */
  private static <T> OptionType<T> parsed(
      String expected, Function<String, T> parser, Predicate<T> allowed) {
    return text -> {
      T value;
      try {
        value = parser.apply(text);
      } catch (NumberFormatException | DateTimeException e) {
        throw wrong(text, expected);
      }
      if (!allowed.test(value)) {
        throw wrong(text, expected);
      }
      return value;
    };
  }

  private static IllegalArgumentException wrong(String text, String expected) {
    return new IllegalArgumentException("'" + text + "' is not valid; expected " + expected);
  }
}
