package dev.seedance.client.error;

/** The link to the video is dead: it lives for 24 hours after completion. */
public final class ResultExpiredException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells which link is dead.
   *
   * @param message what was to be downloaded, and when it expired
   */
  public ResultExpiredException(String message) {
    super(message, null);
  }
}
