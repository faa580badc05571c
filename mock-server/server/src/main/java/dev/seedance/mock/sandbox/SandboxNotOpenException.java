package dev.seedance.mock.sandbox;

/** A sandbox that is in a store, and can't be used here at the moment. */
public final class SandboxNotOpenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SandboxNotOpenException() {
    super("this sandbox is being moved to another server; send the request again");
  }
}
