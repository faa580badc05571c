package dev.seedance.mock.options;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Reads the value of an option. */
@FunctionalInterface
interface OptionType<T> {

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  T read(String text);

  static OptionType<String> text() {
    return text -> text;
  }

  static OptionType<String> oneOf(String what, Collection<String> known) {
    return text -> {
      if (!known.contains(text)) {
        throw new IllegalArgumentException(
            "unknown %s '%s'; known: %s".formatted(what, text, String.join(", ", known)));
      }
      return text;
    };
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
    return text -> (int) number(text, min, max);
  }

  static OptionType<Integer> integerFrom(int min) {
    return integer(min, Integer.MAX_VALUE);
  }

  static OptionType<Long> longFrom(long min) {
    return text -> number(text, min, Long.MAX_VALUE);
  }

  private static long number(String text, long min, long max) {
    boolean bounded = max != Integer.MAX_VALUE && max != Long.MAX_VALUE;
    String expected =
        bounded
            ? "a whole number from %d to %d".formatted(min, max)
            : min == Long.MIN_VALUE ? "a whole number" : "a whole number from " + min;
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(text, expected);
    }
    throw wrong(text, expected);
  }

  static OptionType<Instant> instant() {
    return text -> {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw wrong(text, "an instant such as 2026-01-01T00:00:00Z");
      }
    };
  }

  static OptionType<Duration> positiveDuration() {
    return text -> {
      try {
        Duration duration = Duration.parse(text);
        if (!duration.isZero() && !duration.isNegative()) {
          return duration;
        }
      } catch (DateTimeException e) {
        throw wrong(text, "a positive duration such as PT1H");
      }
      throw wrong(text, "a positive duration such as PT1H");
    };
  }

  /** US dollars up to a maximum, or {@code unlimited}, which is empty. */
  static OptionType<Optional<BigDecimal>> dollars(BigDecimal max) {
    String expected =
        "US dollars from 0 to %s such as 12.5, or unlimited".formatted(max.toPlainString());
    return text -> {
      if (text.equals("unlimited")) {
        return Optional.empty();
      }
      try {
        BigDecimal dollars = new BigDecimal(text);
        if (dollars.signum() >= 0 && dollars.compareTo(max) <= 0) {
          return Optional.of(dollars);
        }
      } catch (NumberFormatException e) {
        throw wrong(text, expected);
      }
      throw wrong(text, expected);
    };
  }

  private static IllegalArgumentException wrong(String text, String expected) {
    return new IllegalArgumentException("'" + text + "' is not valid; expected " + expected);
  }
}
