package dev.seedance.spec.price;

import java.math.BigDecimal;

/** Amounts of money that came from somebody else. */
public final class Amounts {

  /** Bounds what a hostile list or bill can make of an exponent. */
  private static final int MAX_DIGITS = 30;

  private Amounts() {}

  /** Returns true for an amount of 0 or more that can be reckoned with. */
  public static boolean isUsable(BigDecimal amount) {
    return amount.signum() >= 0
        && amount.precision() <= MAX_DIGITS
        && Math.abs(amount.scale()) <= MAX_DIGITS;
  }
}
