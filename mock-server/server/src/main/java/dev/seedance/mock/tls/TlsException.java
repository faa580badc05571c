package dev.seedance.mock.tls;

/** A certificate or a key that can't be used; the message says why, and what to do. */
public final class TlsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TlsException(String message) {
    super(message);
  }

  TlsException(String message, Throwable cause) {
    super(message, cause);
  }
}
