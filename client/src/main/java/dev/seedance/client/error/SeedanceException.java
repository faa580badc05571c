package dev.seedance.client.error;

import dev.seedance.spec.text.Printable;
import org.jspecify.annotations.Nullable;

/** The root of all failures between the caller and a finished video. */
public abstract class SeedanceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Reports a failure. Whoever prints its message is safe from the control characters of servers.
   *
   * @param message the event and the remedy
   * @param cause the reason; null if there is none
   */
  protected SeedanceException(String message, @Nullable Throwable cause) {
    super(Printable.text(message), cause);
  }

  /** Returns true if the same call may well succeed a little later. */
  public boolean isTransient() {
    return false;
  }
}
