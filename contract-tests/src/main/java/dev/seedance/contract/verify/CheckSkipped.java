package dev.seedance.contract.verify;

/** A fact that can't be checked on this server, or not with these options. */
public final class CheckSkipped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception for a check that is left out.
   *
   * @param reason why, and what would change that
   */
  public CheckSkipped(String reason) {
    super(reason, null, false, false);
  }

  /** Returns the reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
