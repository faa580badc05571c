package dev.seedance.mock.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of US dollars, exact to a millionth.
 *
 * @param micros millionths of a dollar
 */
public record Usd(long micros) implements Comparable<Usd> {

  /** No money. */
  public static final Usd ZERO = new Usd(0);

  private static final int DECIMALS = 6;
  private static final double MICROS = 1e6;
  private static final long MAX_MICROS = 10_000_000_000_000_000L;

  /**
   * Checks the amount, so that sums of amounts and credits of them never overflow.
   *
   * @throws IllegalArgumentException if it is over ten billion dollars in size
   */
  public Usd {
    if (Math.abs(micros) > MAX_MICROS) {
      throw new IllegalArgumentException(micros + " micros are out of range");
    }
  }

  /**
   * Returns an amount, rounded to millionths.
   *
   * @param dollars at most 1e10 in size
   */
  public static Usd of(BigDecimal dollars) {
    return new Usd(
        dollars.setScale(DECIMALS, RoundingMode.HALF_UP).movePointRight(DECIMALS).longValueExact());
  }

  /** Returns the dollars of a response. */
  double dollars() {
    return micros / MICROS;
  }

  /** Returns the credits of a response. */
  double credits(int perDollar) {
    return Math.multiplyExact(micros, perDollar) / MICROS;
  }

  Usd plus(Usd other) {
    return new Usd(micros + other.micros);
  }

  Usd minus(Usd other) {
    return new Usd(micros - other.micros);
  }

  Usd times(int factor) {
    return new Usd(micros * factor);
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(micros, other.micros);
  }

  /** Writes the amount for people, such as {@code $0.4}. */
  @Override
  public String toString() {
    return "$" + BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros().toPlainString();
  }
}
