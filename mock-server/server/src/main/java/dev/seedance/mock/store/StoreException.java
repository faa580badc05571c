package dev.seedance.mock.store;

import dev.seedance.mock.http.ApiException;
import dev.seedance.mock.http.ErrorCode;

/**
 * A store that can't be reached, or refuses. The message says why, and what to do. Thrown by a
 * route, it becomes a 503.
 */
public final class StoreException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with the reason that the store gave. */
  public StoreException(String message, Throwable cause) {
    this(message);
    initCause(cause);
  }

  /** Creates an exception. */
  public StoreException(String message) {
    super(ErrorCode.RATE_LIMIT_UNAVAILABLE, message);
  }
}
