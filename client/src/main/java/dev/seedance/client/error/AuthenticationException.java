package dev.seedance.client.error;

/** The key is missing, unknown, switched off, or not allowed to do this (401, 403). */
public final class AuthenticationException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public AuthenticationException(ErrorAnswer answer) {
    super(answer);
  }
}
