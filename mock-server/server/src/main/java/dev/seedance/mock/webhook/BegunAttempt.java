package dev.seedance.mock.webhook;

import java.time.Instant;
import java.util.Map;

/**
 * An attempt that has begun, and has no result yet. The store has it before it is sent, so that its
 * number is used once, whatever happens to its server.
 *
 * @param number 1 for the first of the delivery
 * @param at when, in sandbox time
 * @param planned true if the retry table made it
 */
record BegunAttempt(int number, Instant at, boolean planned) {

  /** Returns the attempt with the result that its server stopped. */
  Attempt interrupted() {
    return failed("interrupted: the server stopped");
  }

  /** Returns the attempt with the result that it was not sent. */
  Attempt notSent(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return failed("not sent: " + cause.getMessage());
  }

  private Attempt failed(String error) {
    return new Attempt(number, at.toString(), planned, Map.of(), null, null, error);
  }
}
