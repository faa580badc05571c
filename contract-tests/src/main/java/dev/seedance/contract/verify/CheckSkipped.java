package dev.seedance.contract.verify;

/** Whether a fact holds can't be told on this server, or not with these options. */
public final class CheckSkipped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A check that is left out.
   *
   * @param reason why, and what would change that
   */
  public CheckSkipped(String reason) {
    super(reason, null, false, false);
  }

  /** Why. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
