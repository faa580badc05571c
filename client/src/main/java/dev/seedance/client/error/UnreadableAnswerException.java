package dev.seedance.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The server reports success, but what it sent is not what the contract says: no JSON, or without
 * what matters most. What the server has done is not known.
 */
public final class UnreadableAnswerException extends SeedanceApiException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what the server has answered.
   *
   * @param answer what it says
   * @param cause what the parser says; null where the content could be parsed
   */
  public UnreadableAnswerException(ErrorAnswer answer, @Nullable Throwable cause) {
    super(answer, cause);
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
