package dev.seedance.client.error;

/** The server is at fault (5xx). */
public final class ServerErrorException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public ServerErrorException(ApiError error) {
    super(error);
  }
}
