package dev.seedance.client.error;

/** The server refuses the request as it is (400, 413): change it before you send it again. */
public final class BadRequestException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public BadRequestException(ApiError error) {
    super(error);
  }
}
