package dev.seedance.client.error;

/** Nothing of yours has this id (404). */
public final class NotFoundException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public NotFoundException(ErrorAnswer answer) {
    super(answer);
  }
}
