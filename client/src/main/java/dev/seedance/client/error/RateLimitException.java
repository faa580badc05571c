package dev.seedance.client.error;

/** Too many calls (429): {@link #retryAfter()} says how long to wait. */
public final class RateLimitException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public RateLimitException(ApiError error) {
    super(error);
  }
}
