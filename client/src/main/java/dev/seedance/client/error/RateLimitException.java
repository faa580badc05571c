package dev.seedance.client.error;

/** Too many calls (429): {@link #retryAfter()} says how long to wait. */
public final class RateLimitException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public RateLimitException(ErrorAnswer answer) {
    super(answer);
  }
}
