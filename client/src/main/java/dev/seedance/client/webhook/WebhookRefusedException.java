package dev.seedance.client.webhook;

import dev.seedance.client.error.SeedanceException;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is not to be believed. Answer 400 and do nothing else; a real one comes again.
 */
public final class WebhookRefusedException extends SeedanceException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with a delivery. */
  public enum Reason {
    /** A header is missing or can't be read. */
    HEADER,
    /** The timestamp is too far off: a replay, or a wrong clock. */
    STALE,
    /** No signature matches: forged, changed on the way, or another secret. */
    SIGNATURE,
    /** Header and body name different events. */
    ID,
    /** Signed, but not an event. */
    BODY
  }

  private final Reason reason;

  WebhookRefusedException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is wrong with it. */
  public Reason reason() {
    return reason;
  }
}
