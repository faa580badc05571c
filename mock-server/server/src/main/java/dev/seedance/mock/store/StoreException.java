package dev.seedance.mock.store;

/** A store that can't be reached, or refuses. The message says why, and what to do. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with the reason that the store gave. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Creates an exception. */
  public StoreException(String message) {
    super(message);
  }
}
