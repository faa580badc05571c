package dev.seedance.client.error;

/** Nothing of yours has this id (404). */
public final class NotFoundException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports an error of the server.
   *
   * @param error read from the response
   */
  public NotFoundException(ApiError error) {
    super(error);
  }
}
