package dev.seedance.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A missing response: the server was not reached, the connection broke, time ran out, or a file
 * could not be written. The server may or may not have acted on the call.
 */
public class SeedanceIoException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports a missing response.
   *
   * @param message the event and the remedy
   * @param cause the reason; null if there is none
   */
  public SeedanceIoException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
