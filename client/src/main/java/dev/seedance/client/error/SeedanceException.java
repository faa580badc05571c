package dev.seedance.client.error;

import org.jspecify.annotations.Nullable;

/** Whatever goes wrong between the caller and a finished video. */
public abstract class SeedanceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * For the subclasses.
   *
   * @param message what happened and what to do
   * @param cause what lies beneath; null where nothing does
   */
  protected SeedanceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Whether the same call may well succeed a little later. */
  public boolean isTransient() {
    return false;
  }
}
