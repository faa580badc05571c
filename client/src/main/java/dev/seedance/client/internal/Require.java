package dev.seedance.client.internal;

import dev.seedance.spec.text.PastedText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Checks the value of an option when it is set. A refusal names the option, the values that it
 * takes, and the value that was given.
 */
public final class Require {

  /** The longest time that fits into 64 bits of nanoseconds, which every timer counts in. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Require() {}

  /**
   * Returns the value.
   *
   * @throws NullPointerException if it is null
   */
  public static <T> T given(String option, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(option + " must not be null; leave it out for the default");
    }
    return value;
  }

  /**
   * Returns a text of a file or of the environment without what an editor or a shell may have put
   * around it: blanks, line breaks, a byte order mark.
   */
  public static String trimmed(String option, String text) {
    return PastedText.trimmed(given(option, text));
  }

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static int atLeastOne(String option, int value) {
    atLeastOne(option, (long) value);
    return value;
  }

  /**
   * Refuses a number that is too small.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static void atLeastOne(String option, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(option + " must be 1 or more, not " + value);
    }
  }

  /**
   * Refuses a share that is out of range.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public static void share(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(option + " must be from 0 to 1, not " + value);
    }
  }

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException if it is zero, negative, or longer than a timer can count
   */
  public static Duration positive(String option, Duration value) {
    if (given(option, value).isNegative() || value.isZero()) {
      throw new IllegalArgumentException(option + " must be more than zero, not " + value);
    }
    return countable(option, value);
  }

  /**
   * Returns the value.
   *
   * @param zero the effect of zero, for the message
   * @throws IllegalArgumentException if it is negative, or longer than a timer can count
   */
  public static Duration notNegative(String option, Duration value, String zero) {
    if (given(option, value).isNegative()) {
      throw new IllegalArgumentException(
          "%s must not be negative, but is %s; zero %s".formatted(option, value, zero));
    }
    return countable(option, value);
  }

  private static Duration countable(String option, Duration value) {
    if (value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must be at most %d days, not %s".formatted(option, LONGEST.toDays(), value));
    }
    return value;
  }
}
