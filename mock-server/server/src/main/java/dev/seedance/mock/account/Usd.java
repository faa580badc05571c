package dev.seedance.mock.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of US dollars, exact to a millionth.
 *
 * @param micros millionths of a dollar
 */
public record Usd(long micros) implements Comparable<Usd> {

  /** Credits that a dollar buys. */
  static final int CREDITS_PER_USD = 200;

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
  double credits() {
    return Math.multiplyExact(micros, CREDITS_PER_USD) / MICROS;
  }

  /** Returns the dollars as an exact decimal, such as {@code 0.4}. */
  String dollarsAsText() {
    return BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros().toPlainString();
  }

  /** Returns the credits as an exact decimal, such as {@code 80}. */
  String creditsAsText() {
    return BigDecimal.valueOf(Math.multiplyExact(micros, CREDITS_PER_USD), DECIMALS)
        .stripTrailingZeros()
        .toPlainString();
  }

  Usd plus(Usd other) {
    return new Usd(micros + other.micros);
  }

  Usd minus(Usd other) {
    return new Usd(micros - other.micros);
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(micros, other.micros);
  }

  /** Writes the amount for people, such as {@code $0.4}. */
  @Override
  public String toString() {
    return "$" + dollarsAsText();
  }
}
