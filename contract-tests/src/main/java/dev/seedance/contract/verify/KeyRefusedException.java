package dev.seedance.contract.verify;

import java.io.IOException;

/** The server does not take the key, so that nothing can be told about it. */
public final class KeyRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  KeyRefusedException(int status) {
    super("the server refuses the API key with HTTP " + status);
    this.status = status;
  }

  /** Returns the HTTP status of the refusal. */
  public int status() {
    return status;
  }
}
