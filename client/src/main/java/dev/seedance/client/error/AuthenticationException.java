package dev.seedance.client.error;

/** The key is missing, unknown, switched off, or not allowed to do this (401, 403). */
public final class AuthenticationException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public AuthenticationException(ApiError error) {
    super(error);
  }
}
