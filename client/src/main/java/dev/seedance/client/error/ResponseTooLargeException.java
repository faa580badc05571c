package dev.seedance.client.error;

/**
 * A success whose response is longer than the client takes into memory. The outcome of the call is
 * not known; a second one would end the same way.
 */
public final class ResponseTooLargeException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the beginning of the response
   */
  public ResponseTooLargeException(ApiError error) {
    super(error);
  }
}
