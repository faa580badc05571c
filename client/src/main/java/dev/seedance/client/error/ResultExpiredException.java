package dev.seedance.client.error;

/** The link to the video has expired: it is valid for 24 hours after completion. */
public final class ResultExpiredException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports a dead link.
   *
   * @param message the link and the time of its expiry
   */
  public ResultExpiredException(String message) {
    super(message, null);
  }
}
