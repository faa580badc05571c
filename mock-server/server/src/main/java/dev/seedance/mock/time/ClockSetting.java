package dev.seedance.mock.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The flow of a sandbox's time.
 *
 * @param mode the kind of flow
 * @param rate sandbox seconds in a real second: 0 if time does not flow by itself
 */
public record ClockSetting(Mode mode, double rate) {

  /** The fastest that a scaled clock may run: a day in less than a second. */
  public static final double MAX_RATE = 100_000;

  private static final double NANOS_OF_A_SECOND = 1e9;

  private static final Pattern RATE = Pattern.compile("x-?\\d+(\\.\\d+)?(e[-+]?\\d+)?");

  /** The kinds of flow. */
  public enum Mode {
    /** As fast as real time. */
    REAL,
    /** A multiple of real time. */
    SCALED,
    /** Flows only when a caller advances it. */
    FROZEN,
    /** Flows only by polls, each of which advances it to the polled task's next event. */
    AUTO
  }

  /** As fast as real time. */
  public static final ClockSetting REAL = new ClockSetting(Mode.REAL, 1);

  /** Flows only when a caller advances it. */
  public static final ClockSetting FROZEN = new ClockSetting(Mode.FROZEN, 0);

  /** Advanced by polls. */
  public static final ClockSetting AUTO = new ClockSetting(Mode.AUTO, 0);

  /**
   * Returns a multiple of real time.
   *
   * @param rate over 0 and at most {@link #MAX_RATE}
   */
  public static ClockSetting scaled(double rate) {
    if (!(rate > 0 && rate <= MAX_RATE)) {
      throw new IllegalArgumentException(
          "clock rate " + rate + " is out of range; expected over 0 and at most " + (int) MAX_RATE);
    }
    return new ClockSetting(Mode.SCALED, rate);
  }

  /**
   * Reads the form of the command line.
   *
   * @param text {@code real}, {@code auto}, {@code frozen}, or {@code xN} with N the rate, such as
   *     {@code x60}
   * @throws IllegalArgumentException if it is none of these
   */
  public static ClockSetting parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "real" -> REAL;
      case "auto" -> AUTO;
      case "frozen" -> FROZEN;
      default -> scaled(parseRate(name, text));
    };
  }

  private static double parseRate(String name, String text) {
    if (!RATE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "unknown clock '" + text + "'; expected real, auto, frozen, or xN such as x60");
    }
    return Double.parseDouble(name.substring(1));
  }

  /**
   * Returns the sandbox's instant after a time.
   *
   * @param start the instant at its beginning
   * @param real the real time that has flowed; none if negative
   */
  public Instant after(Instant start, Duration real) {
    if (real.isNegative() || rate == 0) {
      return start;
    }
    double nanos = real.toNanos() * rate; // may be more than fit into a long
    return TimeRange.after(
        start,
        Duration.ofSeconds((long) (nanos / NANOS_OF_A_SECOND), (long) (nanos % NANOS_OF_A_SECOND)));
  }

  /** Returns the form that {@link #parse} reads. */
  @Override
  public String toString() {
    return switch (mode) {
      case REAL, FROZEN, AUTO -> mode.name().toLowerCase(Locale.ROOT);
      case SCALED -> "x" + (rate == Math.rint(rate) ? Long.toString((long) rate) : "" + rate);
    };
  }
}
