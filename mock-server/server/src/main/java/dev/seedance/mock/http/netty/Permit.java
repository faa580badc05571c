package dev.seedance.mock.http.netty;

/** The right to send a response, which may end while the response is made. */
public interface Permit {

  /** Returns true while the response may be sent. */
  boolean lasts();

  /** The exchange has ended. Called once. */
  void end();
}
