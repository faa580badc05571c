package dev.seedance.client.error;

/** The balance does not cover the task (402). Nothing was started. */
public final class InsufficientQuotaException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   */
  public InsufficientQuotaException(ErrorAnswer answer) {
    super(answer);
  }
}
