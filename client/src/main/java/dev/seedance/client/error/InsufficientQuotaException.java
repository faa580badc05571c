package dev.seedance.client.error;

/** The balance does not cover the task (402). Nothing was started. */
public final class InsufficientQuotaException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public InsufficientQuotaException(ApiError error) {
    super(error);
  }
}
