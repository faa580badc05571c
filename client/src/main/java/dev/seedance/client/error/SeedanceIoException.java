package dev.seedance.client.error;

import org.jspecify.annotations.Nullable;

/**
 * No answer: the server was not reached, the connection broke, time ran out, or a file could not be
 * written. Whether the server has acted on the call is not known.
 */
public class SeedanceIoException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what was being done.
   *
   * @param message what happened and what to do
   * @param cause what lies beneath; null where nothing does
   */
  public SeedanceIoException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
