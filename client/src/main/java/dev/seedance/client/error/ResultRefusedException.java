package dev.seedance.client.error;

/**
 * A link that leads to no video that this client takes: to a web page, to content that is coded or
 * longer than {@code maxBytes}, or to no address of http. Nothing is saved.
 */
public final class ResultRefusedException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports content that was not saved.
   *
   * @param message what came, and the remedy
   */
  public ResultRefusedException(String message) {
    super(message, null);
  }
}
