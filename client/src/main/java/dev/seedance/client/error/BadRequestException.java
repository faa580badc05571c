package dev.seedance.client.error;

/** The server refuses the request as it is (400, 413): change it before you send it again. */
public final class BadRequestException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public BadRequestException(ErrorAnswer answer) {
    super(answer);
  }
}
