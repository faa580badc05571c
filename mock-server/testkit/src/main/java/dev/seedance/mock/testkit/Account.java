package dev.seedance.mock.testkit;

import java.math.BigDecimal;

/**
 * The money of one sandbox, in US dollars. Each method asks the server; thread-safe.
 *
 * <p>A task costs its price when it is accepted, and a task that fails is paid back.
 */
public final class Account {

  private static final String PATH = "/balance";

  private final ControlPlane control;

  Account(ControlPlane control) {
    this.control = control;
  }

  /** Returns what is left; 0 when spending has {@linkplain #isUnlimited() no limit}. */
  public BigDecimal remaining() {
    return control.get(PATH).number("remain_balance");
  }

  /** Returns what was spent and not paid back. */
  public BigDecimal spent() {
    return control.get(PATH).number("used_balance");
  }

  /** Returns true when spending has no limit. */
  public boolean isUnlimited() {
    return control.get(PATH).flag("unlimited_quota");
  }

  /**
   * Sets what is left. What was spent before stays spent.
   *
   * @param dollars 0 to 1,000,000,000
   * @throws IllegalArgumentException when it is out of range
   */
  public void setRemaining(BigDecimal dollars) {
    control.put(PATH, JsonObject.EMPTY.with("remaining", dollars));
  }

  /** Lifts the limit: everything can be paid from now on. */
  public void setUnlimited() {
    control.put(PATH, JsonObject.EMPTY.with("remaining", null));
  }
}
