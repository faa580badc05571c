package dev.seedance.client.error;

/** The server is at fault (5xx). */
public final class ServerErrorException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public ServerErrorException(ErrorAnswer answer) {
    super(answer);
  }
}
