package dev.seedance.client.error;

/**
 * The server reports success, but its answer is longer than the client takes into memory. What the
 * server has done is not known; asking again would give the same.
 */
public final class AnswerTooLargeException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer the beginning of what it says
   */
  public AnswerTooLargeException(ErrorAnswer answer) {
    super(answer);
  }
}
